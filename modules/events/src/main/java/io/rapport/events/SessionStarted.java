package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor came: a session was opened.
 *
 * @param session the new session
 * @param visitor whose
 * @param site where
 * @param contact the contact behind the visitor; null while nobody knows
 * @param actor who did it
 * @param at when
 */
@Recorded("sessionStarted")
public record SessionStarted(
        SessionId session, VisitorId visitor, SiteId site, ContactId contact, Actor actor, Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return session.value();
    }
}
