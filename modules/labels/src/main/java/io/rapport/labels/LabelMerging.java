package io.rapport.labels;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.Subject;
import io.rapport.labels.internal.AssignmentMoves;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What becomes of labels when one subject becomes part of another, and when that is undone. Works in the running
 * transaction, of which there must be one, and the subjects' owner lets one at a time merge them.
 */
public final class LabelMerging {

    private final Jdbi jdbi;
    private final AssignmentMoves moves;
    private final Subject.Kind kind;

    /**
     * For an owner's subjects.
     *
     * @param schema the owner's schema, with the tables label_assignment, label_override and label_history
     * @param kind what the owner's subjects are
     */
    public LabelMerging(Jdbi jdbi, String schema, Subject.Kind kind) {
        this.jdbi = jdbi;
        this.moves = new AssignmentMoves(schema);
        this.kind = kind;
    }

    /**
     * A merge as its journal keeps it.
     *
     * @param applied what came and went on the subject that goes on; may name no label
     * @param before its labels and overrides before it, as JSON
     * @param after the same just after it
     */
    public record Merged(LabelsApplied applied, String before, String after) {}

    /** Copies a subject's labels to another's, where people outrank rules and of equals the later wins a scope. */
    public Merged merge(UUID from, UUID into, Actor actor, Instant at) {
        return jdbi.withHandle(handle -> {
            moves.lock(handle, into);
            String before = moves.snapshot(handle, into);
            Set<LabelId> carried = moves.carried(handle, into);
            moves.copy(handle, from, into);
            LabelsApplied applied = applied(handle, into, carried, "merged", actor, at);
            return new Merged(applied, before, moves.snapshot(handle, into));
        });
    }

    /** Undoes a merge: labels that are as it left them are as they were before, what people or rules did since stays. */
    public LabelsApplied unmerge(UUID into, String before, String after, Actor actor, Instant at) {
        return jdbi.withHandle(handle -> {
            moves.lock(handle, into);
            Set<LabelId> carried = moves.carried(handle, into);
            moves.takeBack(handle, into, before, after);
            return applied(handle, into, carried, "unmerged", actor, at);
        });
    }

    private LabelsApplied applied(
            Handle handle, UUID subject, Set<LabelId> before, String reason, Actor actor, Instant at) {
        Set<LabelId> after = moves.carried(handle, subject);
        List<LabelId> added = without(after, before);
        List<LabelId> removed = without(before, after);
        moves.note(handle, subject, removed, "removed", reason, actor, at);
        moves.note(handle, subject, added, "added", reason, actor, at);
        return new LabelsApplied(new Subject(kind, subject), null, added, removed, List.of(), actor, at);
    }

    private static List<LabelId> without(Set<LabelId> labels, Set<LabelId> others) {
        Set<LabelId> left = new HashSet<>(labels);
        left.removeAll(others);
        return List.copyOf(left);
    }
}
