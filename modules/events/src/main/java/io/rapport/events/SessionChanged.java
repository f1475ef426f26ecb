package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A session's place, device, page or other closed field changed.
 *
 * @param session which
 * @param visitor whose
 * @param site where
 * @param actor who did it
 * @param at when
 */
@Recorded("sessionChanged")
public record SessionChanged(SessionId session, VisitorId visitor, SiteId site, Actor actor, Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return session.value();
    }
}
