package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Conversations are another contact's now.
 *
 * @param from whose they were
 * @param to whose they are
 * @param displayName what screens call the contact whose they are
 * @param conversations at least one
 * @param actor who did it
 * @param at when
 */
@Recorded("conversationsHandedOver")
public record ConversationsHandedOver(
        ContactId from, ContactId to, String displayName, List<ConversationId> conversations, Actor actor, Instant at)
        implements DomainEvent {

    public ConversationsHandedOver {
        conversations = List.copyOf(conversations);
    }

    @Override
    public UUID key() {
        return to.value();
    }
}
