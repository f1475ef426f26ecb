package io.rapport.conversations;

import io.rapport.events.ContactId;
import io.rapport.events.SessionId;
import io.rapport.events.VisitorId;

/**
 * The visitor who writes, as its token says.
 *
 * @param visitor the visitor
 * @param session the current session
 * @param contact the contact already known for the visitor; null while nobody knows
 */
public record VisitorWriter(VisitorId visitor, SessionId session, ContactId contact) {}
