package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * One contact became part of another: all that was its is the other's now.
 *
 * @param from the contact that is no more by itself
 * @param into the contact that goes on
 * @param displayName what screens call the contact that goes on
 * @param actor who did it
 * @param at when
 */
@Recorded("contactsMerged")
public record ContactsMerged(ContactId from, ContactId into, String displayName, Actor actor, Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return into.value();
    }
}
