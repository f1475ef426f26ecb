package io.rapport.sessions;

import io.rapport.events.SessionId;
import io.rapport.events.VisitorId;

/**
 * The answer to a visit.
 *
 * @param session the session opened or continued
 * @param visitor the visitor, new or known
 * @param visitorToken the token that names the visitor from now on
 * @param open whether the token alone opens the visitor's history, see {@link VisitorCard#isOpen}
 */
public record Opened(SessionId session, VisitorId visitor, String visitorToken, boolean open) {}
