package io.rapport.events;

import java.util.List;

/**
 * A rule as it stood when it fired.
 *
 * @param id the rule's id, kept for ever
 * @param name its name at the time
 * @param revision the revision of the rule set, from 1
 * @param sentence the rule in words
 * @param facts what its conditions read, with the values at the time
 */
public record RuleRef(String id, String name, long revision, String sentence, List<Fact> facts) {
    public RuleRef {
        facts = List.copyOf(facts);
    }
}
