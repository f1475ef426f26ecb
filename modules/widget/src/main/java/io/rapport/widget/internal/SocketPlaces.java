package io.rapport.widget.internal;

import io.rapport.access.Problem;
import io.rapport.events.SiteId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many sockets visitors hold open: those of one network to one site, and those of one network that said nothing yet. */
@ApplicationScoped
public class SocketPlaces {

    /** When the first of them that said nothing are closed. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** What is counted together; without a site as long as the visitor is not known. */
    private record Place(String network, SiteId site) {}

    @Inject
    @ConfigProperty(name = "rapport.limits.sockets", defaultValue = "200")
    int most;

    private final Map<Session, Place> held = new ConcurrentHashMap<>();
    private final Map<Place, Integer> taken = new ConcurrentHashMap<>();

    /** Throws Problem 429 where a network has as many sockets open that said nothing yet as it may have. */
    void check(String network) {
        if (taken.getOrDefault(new Place(network, null), 0) >= most) {
            throw Problem.tooMany(SOON);
        }
    }

    /** A socket was opened; whether it may be was checked before: of many at once a few more may have come through. */
    void enter(Session socket, String network) {
        Place place = new Place(network, null);
        taken.merge(place, 1, Integer::sum);
        held.put(socket, place);
    }

    /** It said whose it is; false where its network has no place left at that site, or it was closed meanwhile. */
    boolean move(Session socket, SiteId site) {
        Place waiting = held.get(socket);
        if (waiting == null) {
            return false;
        }
        Place place = new Place(waiting.network(), site);
        if (taken.merge(place, 1, Integer::sum) <= most && held.replace(socket, waiting, place)) {
            give(waiting);
            return true;
        }
        give(place);
        return false;
    }

    /** It was closed. */
    void leave(Session socket) {
        Place place = held.remove(socket);
        if (place != null) {
            give(place);
        }
    }

    private void give(Place place) {
        taken.computeIfPresent(place, (same, count) -> count == 1 ? null : count - 1);
    }
}
