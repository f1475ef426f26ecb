package io.rapport.access;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connection below a request, to be ended at once. Closing a WebSocket waits until the other end has taken what was
 * sent, which one that stands still never does; neither Servlet nor WebSocket API has anything harder, so this goes through
 * the container's public methods. On a container that has none of them nothing is ended.
 */
final class TcpConnection {

    private static final Logger LOG = Logger.getLogger(TcpConnection.class.getName());

    /** From the innermost request down to Grizzly's connection. */
    private static final String[] DOWN = {"getUnwrappedCoyoteRequest", "getCoyoteRequest", "getContext", "getConnection"
    };

    private static final String END = "terminateSilently";

    private TcpConnection() {}

    /** What ends the connection of a request. */
    static Runnable end(HttpServletRequest request) {
        try {
            Object below = innermost(request);
            for (String name : DOWN) {
                below = below.getClass().getMethod(name).invoke(below);
            }
            Object connection = below;
            Method end = connection.getClass().getMethod(END);
            return () -> invoke(end, connection);
        } catch (ReflectiveOperationException | RuntimeException anotherContainer) {
            LOG.log(Level.FINE, "The connection of a request cannot be reached", anotherContainer);
            return () -> {};
        }
    }

    private static ServletRequest innermost(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    private static void invoke(Method end, Object connection) {
        try {
            end.invoke(connection);
        } catch (ReflectiveOperationException | RuntimeException failed) {
            LOG.log(Level.WARNING, "A connection could not be ended", failed);
        }
    }
}
