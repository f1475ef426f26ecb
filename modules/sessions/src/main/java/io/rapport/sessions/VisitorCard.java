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
 * @param proof what the visitor proved; null while it is nobody in particular
 */
public record VisitorCard(
        VisitorId id, SiteId site, ContactId contact, SessionId session, Instant activeAt, Proof proof) {

    /**
     * An identity that was proved by a token of the site.
     *
     * @param externalId who it is in the site's own books
     * @param session the session in which the token was shown
     * @param until how long the token is good
     */
    public record Proof(String externalId, SessionId session, Instant until) {}

    /**
     * Whether the token alone opens the visitor's history: nobody in particular has no other key, and who has proved to be
     * somebody proves it anew in each session, and when the proof has expired.
     */
    public boolean isOpen(Instant now) {
        return proof == null || proof.session().equals(session) && now.isBefore(proof.until());
    }
}
