package io.rapport.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.websocket.Session;
import java.security.Principal;

/**
 * A request that becomes a WebSocket, to be put in place of the original by the filter that lets it through. It hands on
 * what the socket cannot know by itself: who asked, and how its connection is ended.
 */
public final class SocketRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    /** The one thing of a request that its socket keeps. */
    private record Caller(Principal principal, Runnable end) implements Principal {
        @Override
        public String getName() {
            return principal.getName();
        }
    }

    /**
     * @param principal what {@link #callerOf} is to answer
     */
    public SocketRequest(HttpServletRequest request, Principal principal) {
        super(request);
        this.caller = new Caller(principal, TcpConnection.end(request));
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    /** Who asked for a socket; null where it came past the filter, and from a stranger. */
    public static Principal callerOf(Session socket) {
        return socket.getUserPrincipal() instanceof Caller caller ? caller.principal() : socket.getUserPrincipal();
    }

    /** Ends a socket's connection, whatever waits to be sent. */
    static void endConnection(Session socket) {
        if (socket.getUserPrincipal() instanceof Caller caller) {
            caller.end().run();
        }
    }
}
