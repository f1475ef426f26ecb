package io.rapport.widget.internal;

import io.rapport.access.LiveSockets;
import io.rapport.access.OwnOrigin;
import io.rapport.access.Problem;
import io.rapport.access.SocketRequest;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
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

/**
 * A visitor's live connection. The first frame carries the token, never the address; after {@code ready} the browser
 * reads what it missed and then hears every new message. Who comes too often, or holds too many, is told to come back later
 * (close code 1013).
 */
@ServerEndpoint(value = VisitorSocket.PATH, configurator = VisitorSocket.OwnOriginOnly.class)
public class VisitorSocket {

    static final String PATH = "/widget/v1/live";

    private static final Logger LOG = Logger.getLogger(VisitorSocket.class.getName());
    private static final Jsonb JSON = JsonbBuilder.create();
    private static final int MOST_FRAME_BYTES = 4_096;
    private static final CloseReason UNKNOWN = new CloseReason(CloseCodes.VIOLATED_POLICY, "token");
    private static final CloseReason NOT_NOW = new CloseReason(CloseCodes.TRY_AGAIN_LATER, "not available");

    /** What a browser says: {@code hello} with its token. */
    public record Frame(String type, String token) {}

    /** What the server says to whom it does not know. */
    public record Answer(String type, String title) {}

    @Inject
    Visitors visitors;

    @Inject
    VisitorSockets sockets;

    @Inject
    LiveSockets live;

    @Inject
    Limits limits;

    @Inject
    SocketPlaces places;

    @OnOpen
    public void open(Session socket) {
        socket.setMaxTextMessageBufferSize(MOST_FRAME_BYTES);
        places.enter(socket, SocketRequest.callerOf(socket).getName());
        live.awaitGreeting(socket);
    }

    @OnMessage
    public void hear(PongMessage pong, Session socket) {
        live.answered(socket, pong);
    }

    @OnMessage
    public void hear(String text, Session socket) throws IOException {
        if (sockets.has(socket)) {
            return;
        }
        try {
            greet(text, socket);
        } catch (Problem tooMany) {
            socket.close(VisitorSockets.TOO_MANY);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "Who a visitor is could not be asked: {0}", failed.getMessage());
            socket.close(NOT_NOW);
        }
    }

    private void greet(String text, Session socket) throws IOException {
        Optional<String> token = token(text);
        token.ifPresent(limits::token);
        Optional<VisitorCard> visitor = token.flatMap(visitors::authenticate);
        if (visitor.isEmpty()) {
            live.send(socket, JSON.toJson(new Answer("error", "The token is not valid.")));
            socket.close(UNKNOWN);
        } else if (places.move(socket, visitor.get().site())) {
            admit(socket, visitor.get());
        } else {
            socket.close(VisitorSockets.TOO_MANY);
        }
    }

    private void admit(Session socket, VisitorCard visitor) {
        live.greeted(socket);
        sockets.add(visitor.id(), socket);
        live.send(socket, live.ready());
        if (!socket.isOpen()) {
            // Closed meanwhile, perhaps before it was entered.
            close(socket);
        }
    }

    @OnClose
    public void close(Session socket) {
        live.end(socket);
        places.leave(socket);
        sockets.remove(socket);
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
