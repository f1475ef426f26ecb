package io.rapport.labels;

import io.rapport.events.Fact;
import io.rapport.events.SuppressedLabel;
import java.util.List;

/**
 * Why a rule put a label on.
 *
 * @param sentence the rule in words, as it stood
 * @param revision the revision of the rule set
 * @param facts what its conditions read, with the values at the time
 * @param suppressed what this label stood in the way of
 */
public record Why(String sentence, long revision, List<Fact> facts, List<SuppressedLabel> suppressed) {

    public Why {
        facts = List.copyOf(facts);
        suppressed = List.copyOf(suppressed);
    }
}
