package io.rapport.access;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One open socket and what is known of its other end. Moments are those of {@link System#nanoTime()}.
 *
 * <p>Pings go the way of what is sent, so an answer shows that all before was taken. The container tells nothing of that: it
 * takes whatever is sent, and its own limit on the time of sending does nothing. A socket is closed by the watch only, never
 * while something is sent: the container holds locks then, and takes them in the other order when it closes.
 */
final class LiveSocket {

    /** An answer may take so long; asked within a second after something was sent, a stalled end is dropped in ten. */
    static final Duration ANSWER = Duration.ofSeconds(8);

    /** So many characters may be sent without an answer; beyond, a socket is dropped before it takes the memory of others. */
    static final long MOST_UNANSWERED = 2_000_000;

    private static final Logger LOG = Logger.getLogger(LiveSocket.class.getName());
    private static final String ALIVE = "{\"type\":\"alive\"}";
    private static final CloseReason UNGREETED = new CloseReason(CloseCodes.VIOLATED_POLICY, "no greeting");
    private static final CloseReason STALLED = new CloseReason(CloseCodes.NORMAL_CLOSURE, "stalled");
    private static final CloseReason SILENT = new CloseReason(CloseCodes.NORMAL_CLOSURE, "silent");

    private final Session session;
    private final long periodNanos;
    private boolean greeted;
    private long due;
    private boolean asked;
    private long askedAt;
    private long question;
    private long unanswered;
    private long asksAbout;
    private boolean broken;

    /**
     * @param due until when it must have greeted; where it need not, when it is asked first at the latest
     */
    LiveSocket(Session session, Duration period, boolean greeted, long due) {
        this.session = session;
        this.periodNanos = period.toNanos();
        this.greeted = greeted;
        this.due = due;
    }

    /** It said who it is, and is asked from then on whether it is still there. */
    synchronized void greeted(long firstQuestion) {
        greeted = true;
        due = firstQuestion;
    }

    /** A pong came; only one that answers the latest question shows anything. */
    synchronized void answered(ByteBuffer pong) {
        if (asked && pong.remaining() == Long.BYTES && pong.getLong(pong.position()) == question) {
            asked = false;
            unanswered -= asksAbout;
        }
    }

    void send(String text) {
        if (!accepts(text.length())) {
            return;
        }
        try {
            session.getAsyncRemote().sendText(text, result -> {
                if (!result.isOK()) {
                    breaks();
                }
            });
        } catch (IllegalStateException closed) {
            LOG.log(Level.FINE, "A socket was closed before it could be written to", closed);
        }
    }

    private synchronized boolean accepts(int length) {
        unanswered += length;
        broken |= unanswered > MOST_UNANSWERED;
        return !broken;
    }

    private synchronized void breaks() {
        broken = true;
    }

    /** Asks the other end when it is time to; answers whether it was closed because it gives no sign of life. */
    boolean look(long now) {
        CloseReason fault = fault(now);
        if (fault != null) {
            close(fault);
            return true;
        }
        if (isTimeToAsk(now)) {
            ask();
        }
        return false;
    }

    private synchronized CloseReason fault(long now) {
        if (broken) {
            return STALLED;
        }
        if (!greeted) {
            return now - due < 0 ? null : UNGREETED;
        }
        return asked && now - askedAt >= ANSWER.toNanos() ? SILENT : null;
    }

    /** Once in a period, and whenever something was sent since. */
    private synchronized boolean isTimeToAsk(long now) {
        boolean time = greeted && !asked && (now - due >= 0 || unanswered > 0);
        if (time) {
            asked = true;
            askedAt = now;
            asksAbout = unanswered;
            question++;
            // A little earlier each time, so that thousands which came back at once do not stay in step.
            due = now + periodNanos - ThreadLocalRandom.current().nextLong(periodNanos / 8);
        }
        return time;
    }

    /** By a frame that every WebSocket answers by itself (RFC 6455, section 5.5.2), and by one that a page can see. */
    private void ask() {
        try {
            session.getAsyncRemote()
                    .sendPing(
                            ByteBuffer.allocate(Long.BYTES).putLong(question()).flip());
            session.getAsyncRemote().sendText(ALIVE, result -> {});
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "A socket could not be asked", gone);
        }
    }

    private synchronized long question() {
        return question;
    }

    private void close(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "A socket could not be closed", gone);
        }
    }
}
