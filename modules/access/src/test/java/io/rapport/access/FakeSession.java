package io.rapport.access;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A socket whose other end takes what is sent at once, or when the test says so. */
final class FakeSession {

    private final List<String> sent = new ArrayList<>();
    private final Queue<SendHandler> waiting = new ArrayDeque<>();
    private int pings;
    private ByteBuffer ping;
    private String closed;
    private boolean stalled;
    private final RemoteEndpoint.Async remote = fake(RemoteEndpoint.Async.class, (method, arguments) -> {
        switch (method) {
            case "sendPing" -> {
                pings++;
                ping = ((ByteBuffer) arguments[0]).duplicate();
            }
            case "sendText" -> take((String) arguments[0], (SendHandler) arguments[1]);
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    });
    private final Session session = fake(Session.class, (method, arguments) -> {
        switch (method) {
            case "getAsyncRemote" -> {
                return remote;
            }
            case "close" -> closed = ((CloseReason) arguments[0]).getReasonPhrase();
            default -> throw new UnsupportedOperationException(method);
        }
        return null;
    });

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> answer.to(method.getName(), arguments);
                }));
    }

    private void take(String text, SendHandler handler) {
        sent.add(text);
        if (stalled) {
            waiting.add(handler);
        } else {
            handler.onResult(new SendResult());
        }
    }

    Session asSession() {
        return session;
    }

    /** From now on it takes nothing. */
    void stall() {
        stalled = true;
    }

    /** The other end answers the latest ping. */
    void pong(LiveSocket socket) {
        if (ping != null) {
            socket.answered(ping.duplicate());
        }
    }

    /** The oldest of what waits could not be sent. */
    void fail() {
        waiting.remove().onResult(new SendResult(new IOException("broken pipe")));
    }

    int pings() {
        return pings;
    }

    List<String> sent() {
        return sent;
    }

    /** Why it was closed; null while it is open. */
    String closed() {
        return closed;
    }
}
