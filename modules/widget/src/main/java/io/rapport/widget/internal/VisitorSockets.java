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
            close(socket);
        }
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
        sockets.forEach(socket -> live.send(socket, text));
    }

    private static void close(Session socket) {
        try {
            socket.close(TOO_MANY);
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A socket too many could not be closed", gone);
        }
    }
}
