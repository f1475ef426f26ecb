package io.rapport.desk.internal.live;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Map;
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

    private static final CloseReason STALLED = new CloseReason(CloseReason.CloseCodes.NORMAL_CLOSURE, "stalled");
    private static final CloseReason SIGNED_OUT = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");

    /** Each with the sign-in that it was opened by. */
    private final Map<Session, String> open = new ConcurrentHashMap<>();

    void add(Session socket, String signIn) {
        open.put(socket, signIn);
    }

    void remove(Session socket) {
        open.remove(socket);
    }

    void tell(Hint hint) {
        if (open.isEmpty()) {
            return;
        }
        String text = JSON.toJson(hint);
        open.keySet().forEach(socket -> send(socket, text));
    }

    /** The sign-ins that have a socket open. */
    Set<String> signIns() {
        return Set.copyOf(open.values());
    }

    /** Whoever was signed out hears nothing more. */
    void end(Set<String> signIns) {
        open.forEach((socket, signIn) -> {
            if (signIns.contains(signIn)) {
                remove(socket);
                close(socket, SIGNED_OUT);
            }
        });
    }

    /** One that is ending takes nothing away from the others. */
    static void send(Session socket, String text) {
        try {
            RemoteEndpoint.Async remote = socket.getAsyncRemote();
            remote.setSendTimeout(STALLED_AFTER_MILLIS);
            remote.sendText(text, result -> {
                if (!result.isOK()) {
                    close(socket, STALLED);
                }
            });
        } catch (IllegalStateException closed) {
            LOG.log(Level.FINE, "A socket was closed before it could be written to", closed);
        }
    }

    private static void close(Session socket, CloseReason reason) {
        try {
            socket.close(reason);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "A socket could not be closed", gone);
        }
    }
}
