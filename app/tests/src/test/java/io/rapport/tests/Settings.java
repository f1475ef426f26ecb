package io.rapport.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The product's settings as the tests want them, and where the build left what they run. */
final class Settings {
    static final Path WAR = file("rapport.tests.war");
    static final Path LAUNCHER = file("rapport.tests.launcher");

    /** PostgreSQL's programs, unpacked once for all tests. */
    static final Path PROGRAMS = LAUNCHER.resolve("postgresql-programs");

    private static final String PLENTY = "1000000";

    private Settings() {}

    private static Path file(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    }

    /** Sockets of visitors that one network may hold at one site; those of tests that reach it are of networks of their own. */
    static final int MOST_SOCKETS = 12;

    /** Limits that no test reaches but that one, a quick heartbeat, a known administrator, the demo, and this machine as trusted proxy. */
    static Map<String, String> at(int port) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "rapport.public.url",
                "http://127.0.0.1:" + port,
                "rapport.admin.email",
                Running.ADMINISTRATOR,
                "rapport.admin.password",
                Running.PASSWORD,
                "rapport.demo",
                "on",
                "rapport.proxy.trusted",
                "127.0.0.1,::1",
                "rapport.limits.address",
                PLENTY,
                "rapport.limits.site",
                PLENTY,
                "rapport.limits.token",
                PLENTY,
                "rapport.limits.sign-in.failures",
                PLENTY,
                "rapport.limits.sign-in.failures-per-address",
                PLENTY));
        settings.put("rapport.limits.sockets", Integer.toString(MOST_SOCKETS));
        settings.put("rapport.live.heartbeat", "PT2S");
        return settings;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
