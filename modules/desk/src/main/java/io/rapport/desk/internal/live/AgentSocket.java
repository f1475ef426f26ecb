package io.rapport.desk.internal.live;

import io.rapport.access.LiveSockets;
import io.rapport.access.OwnOrigin;
import io.rapport.access.SignInPrincipal;
import io.rapport.access.SocketRequest;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An agent's live connection: signed in by the cookie of the upgrade request, opened by the server's own pages only, told what to re-read. */
@ServerEndpoint(value = AgentSocket.PATH, configurator = AgentSocket.OwnOriginOnly.class)
public class AgentSocket {

    static final String PATH = "/api/v1/live";

    private static final Logger LOG = Logger.getLogger(AgentSocket.class.getName());
    private static final int MOST_FRAME_BYTES = 4_096;

    @Inject
    AgentSockets sockets;

    @Inject
    LiveSockets live;

    @OnOpen
    public void open(Session socket) throws IOException {
        socket.setMaxTextMessageBufferSize(MOST_FRAME_BYTES);
        Optional<String> signIn = SignInPrincipal.signInOf(SocketRequest.callerOf(socket));
        if (signIn.isEmpty()) {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "sign in"));
            return;
        }
        live.begin(socket);
        sockets.add(socket, signIn.get());
        live.send(socket, live.ready());
    }

    @OnMessage
    public void hear(String text) {
        // Agents say nothing here yet; what browsers send is read and dropped.
    }

    @OnMessage
    public void hear(PongMessage pong, Session socket) {
        live.answered(socket, pong);
    }

    @OnClose
    public void close(Session socket) {
        sockets.remove(socket);
        live.end(socket);
    }

    @OnError
    public void fail(Session socket, Throwable fault) {
        LOG.log(Level.FINE, "An agent's socket broke", fault);
    }

    /** Refuses other sites' pages (RFC 6455, section 10.2). */
    public static class OwnOriginOnly extends ServerEndpointConfig.Configurator {

        @Override
        public boolean checkOrigin(String origin) {
            return OwnOrigin.is(origin);
        }
    }
}
