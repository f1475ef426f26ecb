package io.rapport.sessions;

import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.VisitorId;
import java.time.Instant;
import java.util.Set;

/**
 * A session as other modules see it. Fields that nobody supplied are null; whether that is 'not yet' or 'not known'
 * is what {@code pending} tells.
 *
 * @param id the session
 * @param visitor whose
 * @param site where
 * @param startedAt when it was opened
 * @param lastActivityAt when the visitor was last seen in it
 * @param country ISO 3166-1 alpha-2
 * @param region name of the region
 * @param city name of the city
 * @param timeZone IANA name
 * @param estimated whether the place is a guess
 * @param language BCP 47, as the browser says
 * @param deviceType desktop, phone, tablet, bot or other
 * @param deviceName make or model
 * @param operatingSystem name and version
 * @param browserName name
 * @param browserVersion version
 * @param network name of the network
 * @param referrer where the visitor came from, without its query
 * @param landingPage the first page
 * @param currentPage the latest page
 * @param visits how many sessions this visitor has had, this one included
 * @param pending closed fields that a provider still owes
 */
public record SessionCard(
        SessionId id,
        VisitorId visitor,
        SiteId site,
        Instant startedAt,
        Instant lastActivityAt,
        String country,
        String region,
        String city,
        String timeZone,
        boolean estimated,
        String language,
        String deviceType,
        String deviceName,
        String operatingSystem,
        String browserName,
        String browserVersion,
        String network,
        String referrer,
        String landingPage,
        String currentPage,
        long visits,
        Set<String> pending) {

    public SessionCard {
        pending = Set.copyOf(pending);
    }
}
