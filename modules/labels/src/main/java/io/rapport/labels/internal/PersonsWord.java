package io.rapport.labels.internal;

import io.rapport.events.LabelId;
import java.util.List;

/**
 * What follows when a person puts a label on or takes it off; pure. A person's word goes through, and where it takes off
 * what a rule had put on, by name or by replacing it, it is an override.
 *
 * @param putOn whether the label goes on, or from a rule's hands into the person's
 * @param takenOff labels that go
 * @param overridden labels that no rule may put on from now on
 */
public record PersonsWord(boolean putOn, List<LabelId> takenOff, List<LabelId> overridden) {

    /** Puts a label on. */
    public static PersonsWord putOn(Situation situation, LabelId label, String scope) {
        Standing standing = situation.standing().get(label);
        List<Standing> replaced = scope == null || standing != null
                ? List.of()
                : situation.standing().values().stream()
                        .filter(other -> scope.equals(other.scope()))
                        .toList();
        return of(standing == null || standing.ownedByRule(), replaced);
    }

    /** Takes a label off. */
    public static PersonsWord takeOff(Situation situation, LabelId label) {
        Standing standing = situation.standing().get(label);
        return of(false, standing == null ? List.of() : List.of(standing));
    }

    private static PersonsWord of(boolean putOn, List<Standing> gone) {
        return new PersonsWord(
                putOn,
                gone.stream().map(Standing::label).toList(),
                gone.stream()
                        .filter(Standing::broughtByRule)
                        .map(Standing::label)
                        .toList());
    }
}
