package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor proved who it is, with or without a conversation.
 *
 * @param visitor the visitor
 * @param contact the contact behind it
 * @param actor who did it
 * @param at when
 */
@Recorded("visitorRecognised")
public record VisitorRecognised(VisitorId visitor, ContactId contact, Actor actor, Instant at) implements DomainEvent {

    @Override
    public UUID key() {
        return contact.value();
    }
}
