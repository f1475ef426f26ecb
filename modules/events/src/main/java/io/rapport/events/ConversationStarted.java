package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor's first message opened a conversation.
 *
 * @param conversation the new conversation
 * @param number its number for people
 * @param site where
 * @param visitor who wrote
 * @param session from which session
 * @param contact the contact already known for the visitor, or null
 * @param answers what the pre-chat form says
 * @param actor who did it
 * @param at when
 */
@Recorded("conversationStarted")
public record ConversationStarted(
        ConversationId conversation,
        long number,
        SiteId site,
        VisitorId visitor,
        SessionId session,
        ContactId contact,
        Answers answers,
        Actor actor,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return conversation.value();
    }
}
