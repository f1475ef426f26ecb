package io.rapport.conversations;

import io.rapport.events.Answers;
import io.rapport.sites.SiteCard;

/**
 * A visitor's message that opens a conversation, or goes on with the one that is not finalised.
 *
 * @param writer who writes
 * @param site where
 * @param answers what the pre-chat form says, already checked
 * @param clientMessageId the visitor's key for retries, unique per visitor
 * @param text the message, already checked
 */
public record FirstMessage(VisitorWriter writer, SiteCard site, Answers answers, String clientMessageId, String text) {}
