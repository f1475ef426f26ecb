package io.rapport.sessions;

import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import java.time.Instant;
import java.util.Optional;

/** Opens and continues sessions: one session is one visit in one browser. */
public interface Visitors {

    /**
     * Opens a session, or continues the running one: 30 minutes without activity or a new campaign start the next. A
     * token that is unknown, or of another site, makes a new visitor.
     *
     * @param visitorToken null on the first visit
     */
    Opened open(SiteId site, String visitorToken, Visit visit);

    /** The visitor of a token; empty when nobody has it. One statement. */
    Optional<VisitorCard> authenticate(String visitorToken);

    /**
     * Notes that the visitor is active, and opens the next session after 30 minutes of silence, on the page and with the
     * language and time zone that the one before showed last. No statement when the visitor was seen within the last minute.
     *
     * @param visit what this request shows of the browser; page, title and referrer null
     * @return the session that is current now
     */
    SessionId seen(VisitorCard visitor, Visit visit);

    /**
     * Notes that the visitor has proved an identity in the current session.
     *
     * @param externalId who it is in the site's own books
     * @param until how long the proof is good
     */
    void prove(VisitorId visitor, String externalId, Instant until);
}
