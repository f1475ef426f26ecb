package io.rapport.labels.internal;

import io.rapport.events.LabelId;
import io.rapport.events.RuleRef;
import io.rapport.events.SuppressedLabel;
import java.util.List;

/**
 * What comes of an occasion's decisions.
 *
 * @param added put on, or on already by this occasion and from now on for another rule's sake
 * @param removed taken off
 * @param suppressed proposed, not put on, and not recorded before
 */
public record Verdict(List<Addition> added, List<Removal> removed, List<SuppressedLabel> suppressed) {

    /** Why a label goes, in the words of the history. */
    public enum Cause {
        /** A rule's action names the label. */
        NAMED,
        /** Another label of its exclusive scope takes its place. */
        REPLACED,
        /** The occasion that put it on no longer decides it. */
        WITHDRAWN;

        /** The word in the history. */
        public String token() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A label that goes on.
     *
     * @param label which
     * @param scope the exclusive scope that it fills; null for none
     * @param rule the rule that wants it
     * @param suppressed what it stood in the way of
     */
    public record Addition(LabelId label, String scope, RuleRef rule, List<SuppressedLabel> suppressed) {}

    /**
     * A label that goes off.
     *
     * @param label which
     * @param cause why
     * @param rule the rule that caused it; null when it is withdrawn
     * @param successor the label that takes its place; null unless it is replaced
     */
    public record Removal(LabelId label, Cause cause, RuleRef rule, LabelId successor) {}

    public Verdict {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        suppressed = List.copyOf(suppressed);
    }

    /** Whether nothing happens that was not on record before. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && suppressed.isEmpty();
    }
}
