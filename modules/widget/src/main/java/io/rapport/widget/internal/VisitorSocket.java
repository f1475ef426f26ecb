package io.rapport.widget.internal;

import io.rapport.access.OwnOrigin;
import io.rapport.events.VisitorId;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A visitor's live connection. The first frame carries the token, never the address; after {@code ready} the browser
 * reads what it missed and then hears every new message.
 */
@ServerEndpoint(value = "/widget/v1/live", configurator = VisitorSocket.OwnOriginOnly.class)
public class VisitorSocket {

    private static final Logger LOG = Logger.getLogger(VisitorSocket.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String VISITOR = "visitor";
    private static final long GREETING_PATIENCE_MILLIS = 10_000;
    private static final int MOST_FRAME_BYTES = 4_096;

    /** What a browser says: {@code hello} with its token. */
    public record Frame(String type, String token) {}

    /** What the server says beside messages. */
    public record Answer(String type, String title) {}

    @Inject
    Visitors visitors;

    @Inject
    VisitorSockets sockets;

    @Inject
    Clock clock;

    @OnOpen
    public void open(Session socket) {
        socket.setMaxTextMessageBufferSize(MOST_FRAME_BYTES);
        socket.setMaxIdleTimeout(GREETING_PATIENCE_MILLIS);
    }

    @OnMessage
    public void hear(String text, Session socket) throws IOException {
        if (socket.getUserProperties().containsKey(VISITOR)) {
            return;
        }
        Optional<VisitorCard> visitor =
                token(text).flatMap(visitors::authenticate).filter(card -> card.isOpen(clock.instant()));
        if (visitor.isEmpty()) {
            socket.getBasicRemote().sendText(JSON.toJson(new Answer("error", "The token is not valid.")));
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "token"));
            return;
        }
        socket.getUserProperties().put(VISITOR, visitor.get().id());
        if (visitor.get().proof() != null) {
            socket.getUserProperties()
                    .put(VisitorSockets.UNTIL, visitor.get().proof().until());
        }
        socket.setMaxIdleTimeout(0);
        sockets.add(visitor.get().id(), socket);
        socket.getAsyncRemote().sendText(JSON.toJson(new Answer("ready", null)));
    }

    @OnClose
    public void close(Session socket) {
        if (socket.getUserProperties().get(VISITOR) instanceof VisitorId visitor) {
            sockets.remove(visitor, socket);
        }
    }

    @OnError
    public void fail(Session socket, Throwable fault) {
        LOG.log(Level.FINE, "A visitor's socket broke", fault);
    }

    private static Optional<String> token(String text) {
        try {
            Frame frame = JSON.fromJson(text, Frame.class);
            return frame != null && "hello".equals(frame.type())
                    ? Optional.ofNullable(frame.token())
                    : Optional.empty();
        } catch (JsonbException malformed) {
            return Optional.empty();
        }
    }

    /** The frame is served by this server, so no other origin has business here. */
    public static class OwnOriginOnly extends ServerEndpointConfig.Configurator {

        @Override
        public boolean checkOrigin(String origin) {
            return OwnOrigin.is(origin);
        }
    }
}
