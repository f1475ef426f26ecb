package io.rapport.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Makes the driver's sockets, and can cut them all off: also those of connections that are still being established. */
public final class WatchedSockets extends SocketFactory {

    private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();

    /** Whoever waits for one of them fails now. */
    static void cutOff() {
        for (Socket socket : OPEN) {
            OPEN.remove(socket);
            try {
                socket.close();
            } catch (IOException broken) {
                // It is of no use to anybody either way.
            }
        }
    }

    /** The one that the driver uses. */
    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        OPEN.removeIf(Socket::isClosed);
        OPEN.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException();
    }
}
