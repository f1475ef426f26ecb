package io.rapport.launcher;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

/** The port that the server is to listen on. */
final class HttpPort {
    private static final int ATTEMPTS = 15;
    private static final int PAUSE_MILLISECONDS = 200;

    private HttpPort() {}

    /** Refuses a port that is taken. A server whose launcher was just killed gets the moment it needs to end. */
    static void check(InetAddress address, int port) throws StartFailure, InterruptedException {
        for (int attempt = 1; !free(address, port); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new StartFailure(
                        "Port %d of %s is taken by another program: stop it, or choose another port by rapport.http.port."
                                .formatted(port, address.getHostAddress()));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        }
    }

    private static boolean free(InetAddress address, int port) throws StartFailure {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (BindException e) {
            if (String.valueOf(e.getMessage()).contains("already in use")) {
                return false;
            }
            throw unusable(address, port, e);
        } catch (IOException e) {
            throw unusable(address, port, e);
        }
    }

    private static StartFailure unusable(InetAddress address, int port, IOException e) {
        return new StartFailure(
                "Rapport cannot listen on port %d of %s (%s): correct rapport.http.port or rapport.http.address."
                        .formatted(port, address.getHostAddress(), e.getMessage()),
                e);
    }
}
