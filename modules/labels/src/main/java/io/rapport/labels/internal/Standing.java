package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import java.time.Instant;

/**
 * A label that a subject carries, as far as arbitration cares.
 *
 * @param label which
 * @param scope the exclusive scope that it fills; null for none
 * @param setBy whose it is now
 * @param setAt since when
 * @param occasion the occasion on which a rule put it on; null for people
 * @param broughtByRule whether a rule put it on, even where a person has taken it over since
 */
public record Standing(
        LabelId label, String scope, Actor setBy, Instant setAt, OccasionId occasion, boolean broughtByRule) {

    /** Whether rules may argue about it among themselves; what people and programs put on outranks rules. */
    boolean ownedByRule() {
        return setBy.kind() == Actor.Kind.RULE;
    }

    /** Whether it becomes that actor's who puts it on again: an agent's word is more than a program's, theirs than a rule's. */
    boolean yieldsTo(Actor actor) {
        return ownedByRule() || actor.isAgent() && !setBy.isAgent();
    }

    boolean putOnBy(OccasionId evaluated) {
        return ownedByRule() && evaluated.equals(occasion);
    }

    /**
     * Whether it came after that occasion began, so that the occasion's rules cannot have meant it. Ids of occasions are
     * UUIDv7: they sort by time, and their first 48 bits are the beginning in milliseconds.
     */
    boolean laterThan(OccasionId evaluated) {
        if (ownedByRule() && occasion != null) {
            return occasion.value().compareTo(evaluated.value()) > 0;
        }
        return setAt.toEpochMilli() > evaluated.value().getMostSignificantBits() >>> 16;
    }
}
