package io.rapport.conversations;

import io.rapport.events.Actor;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import java.time.Instant;

/**
 * A message as other modules see it.
 *
 * @param id the message
 * @param conversation where it stands
 * @param sequence its place in the conversation, from 1
 * @param author who wrote it, as they were at the time
 * @param text plain text, at most 10,000 characters
 * @param isPrivate a note that reaches no visitor
 * @param clientMessageId the writer's key for retries; null where there is none
 * @param at when it was posted
 */
public record MessageCard(
        MessageId id,
        ConversationId conversation,
        long sequence,
        Actor author,
        String text,
        boolean isPrivate,
        String clientMessageId,
        Instant at) {}
