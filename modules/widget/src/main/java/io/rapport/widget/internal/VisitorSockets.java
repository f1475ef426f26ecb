package io.rapport.widget.internal;

import io.rapport.access.LiveSockets;
import io.rapport.events.MessagePosted;
import io.rapport.events.MessagesPosted;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.CloseReason;
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
    /** More windows than anybody opens at once. */
    private static final int MOST_PER_VISITOR = 20;

    static final CloseReason TOO_MANY = new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too many");
    private static final CloseReason PROVE_AGAIN = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "identity");

    /** Of a socket: until when its visitor's proof of identity is good; absent where there is none to end. */
    static final String UNTIL = "until";

    @Inject
    Clock clock;

    /** A message as it is pushed. */
    public record Pushed(String type, UUID conversationId, VisitorMessage message) {}

    @Inject
    LiveSockets live;

    private final Map<Session, VisitorId> owners = new ConcurrentHashMap<>();
    private final Map<VisitorId, Set<Session>> open = new ConcurrentHashMap<>();

    /** Whether it is known whose a socket is. */
    boolean has(Session socket) {
        return owners.containsKey(socket);
    }

    void add(VisitorId visitor, Session socket) {
        Set<Session> sockets = open.compute(visitor, (id, known) -> {
            Set<Session> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(socket);
            return all;
        });
        owners.put(socket, visitor);
        if (sockets.size() > MOST_PER_VISITOR) {
            close(socket, TOO_MANY);
        }
    }

    /** The visitor has proved who it is: what is open already stays so as long as the proof is good. */
    void prove(VisitorId visitor, Instant until) {
        open.getOrDefault(visitor, Set.of())
                .forEach(socket -> socket.getUserProperties().put(UNTIL, until));
    }

    void remove(Session socket) {
        VisitorId visitor = owners.remove(socket);
        if (visitor == null) {
            return;
        }
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
                live.send(socket, text);
            } else {
                close(socket, PROVE_AGAIN);
            }
        });
    }

    private boolean isOpen(Session socket) {
        return !(socket.getUserProperties().get(UNTIL) instanceof Instant until)
                || clock.instant().isBefore(until);
    }

    private static void close(Session socket, CloseReason why) {
        try {
            socket.close(why);
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A socket could not be closed", gone);
        }
    }
}
