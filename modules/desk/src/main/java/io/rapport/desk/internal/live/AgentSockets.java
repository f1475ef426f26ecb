package io.rapport.desk.internal.live;

import io.rapport.access.LiveSockets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The open sockets of agents on this node, and whom each belongs to. */
@ApplicationScoped
public class AgentSockets {

    private static final Logger LOG = Logger.getLogger(AgentSockets.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final CloseReason SIGNED_OUT = new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");

    @Inject
    LiveSockets live;

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
        open.keySet().forEach(socket -> live.send(socket, text));
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

    private static void close(Session socket, CloseReason reason) {
        try {
            socket.close(reason);
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "A socket could not be closed", gone);
        }
    }
}
