package io.rapport.labels.internal;

import io.rapport.access.Problem;
import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import java.util.List;

/**
 * What follows when somebody puts a label on or takes it off over the API; pure. Everybody's word goes through against
 * rules'. Where a person takes off what a rule had put on, by name or by replacing it, it is an override. A program that
 * came by an API token is no person: it overrides nothing, ends no override, and does not replace an agent's label without
 * naming it.
 *
 * @param putOn whether the label goes on, or from another's hands into those of who speaks
 * @param takenOff labels that go
 * @param overridden labels that no rule may put on from now on
 * @param endsOverride whether rules may put on again the label that goes on
 */
public record PersonsWord(boolean putOn, List<LabelId> takenOff, List<LabelId> overridden, boolean endsOverride) {

    /** Puts a label on; throws the 409 {@link Problem} when a program would replace an agent's by that. */
    public static PersonsWord putOn(Situation situation, LabelId label, String scope, Actor actor) {
        Standing standing = situation.standing().get(label);
        List<Standing> replaced = scope == null || standing != null
                ? List.of()
                : situation.standing().values().stream()
                        .filter(other -> scope.equals(other.scope()))
                        .toList();
        if (!actor.isAgent()
                && replaced.stream().anyMatch(other -> other.setBy().isAgent())) {
            throw Problem.conflict(
                    "/problems/label-held",
                    "Agent's label",
                    "An agent put on another label of that scope: take that one off by name, or leave it.");
        }
        boolean putOn = standing == null || standing.yieldsTo(actor);
        return of(
                putOn, replaced, actor, actor.isAgent() && situation.overrides().containsKey(label));
    }

    /** Takes a label off. */
    public static PersonsWord takeOff(Situation situation, LabelId label, Actor actor) {
        Standing standing = situation.standing().get(label);
        return of(false, standing == null ? List.of() : List.of(standing), actor, false);
    }

    private static PersonsWord of(boolean putOn, List<Standing> gone, Actor actor, boolean endsOverride) {
        return new PersonsWord(
                putOn,
                gone.stream().map(Standing::label).toList(),
                gone.stream()
                        .filter(standing -> actor.isAgent() && standing.broughtByRule())
                        .map(Standing::label)
                        .toList(),
                endsOverride);
    }
}
