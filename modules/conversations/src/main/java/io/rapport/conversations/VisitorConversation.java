package io.rapport.conversations;

import io.rapport.events.ConversationId;

/**
 * The conversation that a visitor may go on with.
 *
 * @param id the conversation
 * @param number its number for people
 * @param status open, snoozed or resolved
 * @param unread how many messages of the team the visitor has not seen
 */
public record VisitorConversation(ConversationId id, long number, String status, long unread) {}
