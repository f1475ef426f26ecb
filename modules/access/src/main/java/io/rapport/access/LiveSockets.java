package io.rapport.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The open WebSockets of this node, agents' and visitors': what is sent into them, and who of them is still there.
 *
 * <p>Each is asked once in a period, and within a second after something was sent into it; one that does not answer within
 * eight seconds is closed. Nobody who sends waits for anybody who reads. It costs two frames a period and no thread.
 */
@ApplicationScoped
public class LiveSockets {

    /** How long a socket may take to say who it is, where it has to. */
    static final Duration GREETING = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(LiveSockets.class.getName());
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** What a closed socket's other end has for taking the last frames, before its connection is ended. */
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Map<Session, LiveSocket> open = new ConcurrentHashMap<>();
    private final Queue<Leaving> leaving = new ConcurrentLinkedQueue<>();

    private record Leaving(Session session, long since) {}

    private final Duration period;

    /** For the container's proxy. */
    LiveSockets() {
        this.period = null;
    }

    @Inject
    LiveSockets(@ConfigProperty(name = "rapport.live.heartbeat", defaultValue = "PT20S") Duration period) {
        if (period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Setting rapport.live.heartbeat is %s; set it to a duration from %s to %s"
                            .formatted(period, SHORTEST, LONGEST));
        }
        this.period = period;
    }

    /** A socket whose other end is known is open. */
    public void begin(Session socket) {
        open.put(socket, new LiveSocket(socket, period, true, firstBeat()));
    }

    /** A socket is open that has yet to say who it is; closed as a violation of policy unless that is soon. */
    public void awaitGreeting(Session socket) {
        open.put(socket, new LiveSocket(socket, period, false, System.nanoTime() + GREETING.toNanos()));
    }

    /** It said who it is. */
    public void greeted(Session socket) {
        LiveSocket known = open.get(socket);
        if (known != null) {
            known.greeted(firstBeat());
        }
    }

    /** A pong came from a socket. */
    public void answered(Session socket, PongMessage pong) {
        LiveSocket known = open.get(socket);
        if (known != null) {
            known.answered(pong.getApplicationData());
        }
    }

    /** Sends a text, without waiting for it; nothing happens where the socket is closed. */
    public void send(Session socket, String text) {
        LiveSocket known = open.get(socket);
        if (known != null) {
            known.send(text);
        }
    }

    /** It is closed. */
    public void end(Session socket) {
        open.remove(socket);
    }

    /**
     * The first frame that a socket hears, once it is known: {@code ready}, with the milliseconds after which a client that
     * heard nothing at all should connect anew, since it hears something each period.
     */
    public String ready() {
        long silence = period.multipliedBy(2).plus(GREETING).toMillis();
        return "{\"type\":\"ready\",\"silenceMillis\":%d}".formatted(silence);
    }

    /** Looks after every socket: to be called about once a second, by one thread. */
    public void look() {
        long now = System.nanoTime();
        open.forEach((session, socket) -> look(session, socket, now));
        endThoseThatLeft(now);
    }

    private void endThoseThatLeft(long now) {
        for (Leaving first = leaving.peek(); first != null; first = leaving.peek()) {
            if (now - first.since() < FAREWELL.toNanos()) {
                return;
            }
            leaving.remove();
            SocketRequest.endConnection(first.session());
        }
    }

    private void look(Session session, LiveSocket socket, long now) {
        try {
            if (socket.look(now)) {
                open.remove(session);
                leaving.add(new Leaving(session, now));
            }
        } catch (RuntimeException failed) {
            // The others are looked after all the same.
            LOG.log(Level.WARNING, "A socket could not be looked after", failed);
        }
    }

    /** Spread over the period, so that thousands which came back at once are not asked at once for ever. */
    private long firstBeat() {
        return System.nanoTime() + ThreadLocalRandom.current().nextLong(period.toNanos());
    }
}
