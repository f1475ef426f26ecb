package io.rapport.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Base64;

/** A WebSocket of bytes (RFC 6455), which does nothing by itself: it answers no ping, and takes only what it is told to. */
final class RawSocket implements AutoCloseable {
    private static final int SMALL_BUFFER = 4_096;
    private static final int TEXT = 0x81;
    private static final int PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int LENGTH_FOLLOWS = 126;

    private final Socket connection = new Socket();
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

    private RawSocket() {}

    static RawSocket open(Caller caller, String path) throws IOException {
        var socket = new RawSocket();
        socket.connection.setReceiveBufferSize(SMALL_BUFFER);
        socket.connection.setSoTimeout((int) Caller.PATIENCE.toMillis());
        socket.connection.connect(
                new InetSocketAddress(caller.base().getHost(), caller.base().getPort()));
        socket.connection.getOutputStream().write(upgrade(caller, path).getBytes(UTF_8));
        socket.awaitText("101 ");
        socket.awaitText("\r\n\r\n");
        return socket;
    }

    private static String upgrade(Caller caller, String path) {
        var request = new StringBuilder("GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                .formatted(path, caller.base().getAuthority()));
        caller.headers().forEach((name, value) -> request.append("%s: %s\r\n".formatted(name, value)));
        String key = Base64.getEncoder().encodeToString(new byte[16]);
        return request.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n".formatted(key))
                .toString();
    }

    void say(String text) throws IOException {
        byte[] payload = text.getBytes(UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(TEXT);
        frame.write(MASKED | LENGTH_FOLLOWS);
        frame.write(payload.length >> 8);
        frame.write(payload.length);
        // A mask of zeros leaves the payload as it is.
        frame.writeBytes(new byte[4]);
        frame.writeBytes(payload);
        connection.getOutputStream().write(frame.toByteArray());
    }

    /** Shows that it is there, as an answer to no ping in particular; false once the server has dropped it. */
    boolean pong() {
        try {
            connection.getOutputStream().write(new byte[] {(byte) PONG, (byte) MASKED, 0, 0, 0, 0});
            return true;
        } catch (IOException dropped) {
            return false;
        }
    }

    /** Takes what comes until a text was among it. */
    void awaitText(String text) throws IOException {
        InputStream in = connection.getInputStream();
        while (!taken().contains(text)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("It ended before '%s' came: %s".formatted(text, taken()));
            }
            taken.write(next);
        }
    }

    /** Takes what comes until the server ends it; all that was taken. */
    String awaitEnd() throws IOException {
        connection.getInputStream().transferTo(taken);
        return taken();
    }

    private String taken() {
        return taken.toString(UTF_8);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
