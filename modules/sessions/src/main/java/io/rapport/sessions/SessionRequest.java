package io.rapport.sessions;

import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;

/**
 * What the browser sent when the session was opened.
 *
 * @param id the session
 * @param visitor whose
 * @param site where
 * @param userAgent the User-Agent header; null when absent
 * @param language BCP 47; null when absent
 * @param timeZone IANA name as the browser says; null when absent
 * @param address IP address as text; its network only, once the place is known and unless the operator keeps addresses
 * @param pageUrl the landing page; null when absent
 * @param referrer null when absent
 */
public record SessionRequest(
        SessionId id,
        VisitorId visitor,
        SiteId site,
        String userAgent,
        String language,
        String timeZone,
        String address,
        String pageUrl,
        String referrer) {}
