package io.rapport.conversations;

import io.rapport.events.ConversationId;
import java.time.Instant;

/**
 * A conversation in its contact's history.
 *
 * @param id the conversation
 * @param number for people
 * @param status open, snoozed, resolved or finalised
 * @param at when it was started
 */
public record StartedConversation(ConversationId id, long number, String status, Instant at) {}
