package io.rapport.sessions;

import io.rapport.events.SessionId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads sessions for screens, rules and providers. */
public interface SessionCards {

    /** The sessions of these ids (at most 100) in one statement; unknown ones are left out. */
    Map<SessionId, SessionCard> find(Set<SessionId> ids);

    /** What the browser sent when the session was opened, for providers; empty for an unknown session. */
    Optional<SessionRequest> request(SessionId id);
}
