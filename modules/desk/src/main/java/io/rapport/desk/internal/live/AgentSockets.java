package io.rapport.desk.internal.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The open sockets of agents on this node. One that takes nothing for ten seconds is dropped; no other waits for it. */
@ApplicationScoped
public class AgentSockets {

    private static final Logger LOG = Logger.getLogger(AgentSockets.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final long STALLED_AFTER_MILLIS = 10_000;

    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    void add(Session socket) {
        open.add(socket);
    }

    void remove(Session socket) {
        open.remove(socket);
    }

    void tell(Hint hint) {
        if (open.isEmpty()) {
            return;
        }
        String text = JSON.toJson(hint);
        open.forEach(socket -> send(socket, text));
    }

    static void send(Session socket, String text) {
        RemoteEndpoint.Async remote = socket.getAsyncRemote();
        remote.setSendTimeout(STALLED_AFTER_MILLIS);
        remote.sendText(text, result -> {
            if (!result.isOK()) {
                close(socket);
            }
        });
    }

    private static void close(Session socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A stalled socket could not be closed", gone);
        }
    }
}
