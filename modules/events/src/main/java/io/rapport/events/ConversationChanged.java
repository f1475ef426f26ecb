package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation's status changed.
 *
 * @param conversation which
 * @param status the new status: open, snoozed, resolved or finalised
 * @param visitor whose
 * @param actor who did it
 * @param at when
 */
@Recorded("conversationChanged")
public record ConversationChanged(
        ConversationId conversation, String status, VisitorId visitor, Actor actor, Instant at) implements DomainEvent {

    @Override
    public UUID key() {
        return conversation.value();
    }
}
