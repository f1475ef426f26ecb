package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A message was added to a conversation.
 *
 * @param conversation where
 * @param message the message
 * @param sequence its place in the conversation, from 1
 * @param site the site
 * @param visitor whose conversation
 * @param session the session it was written in; null when an agent wrote
 * @param text the text as written
 * @param isPrivate a note that reaches no visitor
 * @param clientMessageId the writer's key for retries; null where there is none
 * @param actor who did it
 * @param at when
 */
@Recorded("messagePosted")
public record MessagePosted(
        ConversationId conversation,
        MessageId message,
        long sequence,
        SiteId site,
        VisitorId visitor,
        SessionId session,
        String text,
        boolean isPrivate,
        String clientMessageId,
        Actor actor,
        Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return conversation.value();
    }
}
