package io.rapport.sessions;

import io.rapport.events.ContactId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import java.time.Instant;

/**
 * A visitor who showed a valid token.
 *
 * @param id the visitor
 * @param site the site the token belongs to
 * @param contact the contact behind the visitor; null while nobody knows
 * @param session the current session
 * @param activeAt when the visitor was last seen in it
 */
public record VisitorCard(VisitorId id, SiteId site, ContactId contact, SessionId session, Instant activeAt) {}
