package io.rapport.widget.internal;

import io.rapport.events.MessagePosted;
import io.rapport.events.MessagesPosted;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The open sockets of visitors, and what is pushed into them: every message of their own conversation but private notes. */
@ApplicationScoped
public class VisitorSockets {

    private static final Logger LOG = Logger.getLogger(VisitorSockets.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final long STALLED_AFTER_MILLIS = 10_000;
    /** More windows than anybody opens at once. */
    private static final int MOST_PER_VISITOR = 20;

    /** Of a socket: until when its visitor's proof of identity is good; absent where there is none to end. */
    static final String UNTIL = "until";

    @Inject
    Clock clock;

    /** A message as it is pushed. */
    public record Pushed(String type, UUID conversationId, VisitorMessage message) {}

    private final Map<VisitorId, Set<Session>> open = new ConcurrentHashMap<>();

    void add(VisitorId visitor, Session socket) {
        Set<Session> sockets = open.compute(visitor, (id, known) -> {
            Set<Session> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(socket);
            return all;
        });
        if (sockets.size() > MOST_PER_VISITOR) {
            close(socket);
        }
    }

    void remove(VisitorId visitor, Session socket) {
        open.computeIfPresent(visitor, (id, known) -> {
            known.remove(socket);
            return known.isEmpty() ? null : known;
        });
    }

    void push(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesPosted posted) {
        posted.events().forEach(this::push);
    }

    private void push(MessagePosted event) {
        Set<Session> sockets = open.get(event.visitor());
        if (event.isPrivate() || sockets == null) {
            return;
        }
        String text = JSON.toJson(new Pushed("message", event.conversation().value(), VisitorMessage.of(event)));
        sockets.forEach(socket -> {
            if (isOpen(socket)) {
                send(socket, text);
            } else {
                close(socket);
            }
        });
    }

    private boolean isOpen(Session socket) {
        return !(socket.getUserProperties().get(UNTIL) instanceof Instant until)
                || clock.instant().isBefore(until);
    }

    /** One that is ending takes nothing away from the others. */
    private static void send(Session socket, String text) {
        try {
            RemoteEndpoint.Async remote = socket.getAsyncRemote();
            remote.setSendTimeout(STALLED_AFTER_MILLIS);
            remote.sendText(text, result -> {
                if (!result.isOK()) {
                    close(socket);
                }
            });
        } catch (IllegalStateException closed) {
            LOG.log(Level.FINE, "A socket was closed before it could be written to", closed);
        }
    }

    private static void close(Session socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A stalled socket could not be closed", gone);
        }
    }
}
