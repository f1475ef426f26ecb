package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.launcher.dummy.DummyServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's process, with a quick program in the server's place. */
class ApplicationServerTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Configuration configuration;

    @BeforeEach
    void configuration() throws Exception {
        var properties = new Properties();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            properties.setProperty("rapport.http.port", Integer.toString(socket.getLocalPort()));
        }
        properties.setProperty("rapport.data", folder.toString());
        properties.setProperty("rapport.start.timeout", "20");
        properties.setProperty("rapport.stop.timeout", "1");
        configuration = Configuration.from(Settings.load(properties, Map.of()));
    }

    private ApplicationServer start(String behaviour) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.rapport.launcher.child.ServerProcess",
                DummyServer.class.getName(),
                behaviour,
                Integer.toString(configuration.port())));
        var log = new RotatingLog(folder.resolve("server.log"), 100_000, 1);
        var errors = new PrintStream(shown, true);
        return ApplicationServer.start(
                configuration, command, Map.of("DUMMY", "yes"), log, new Console(errors, errors));
    }

    @Test
    void itIsReadyWhenTheHealthCheckSaysSoAndStopsWhenAsked() throws Exception {
        var server = start("serve");
        server.awaitReady();
        assertThat(server.answers("/environment-arrived")).isTrue();
        assertThat(server.answers("/absent")).isFalse();
        server.stop();
        assertThat(server.onExit()).succeedsWithin(SOON);
        assertThat(server.onExit().join().exitValue())
                .as("by itself, on SIGTERM")
                .isEqualTo(143);
        assertThat(folder.resolve("server.log")).content().contains("INFO quiet: started");
        assertThat(shown.toString()).isEqualTo("rapport: server: the disk is nearly full" + System.lineSeparator());
    }

    @Test
    void oneThatIgnoresBeingAskedIsKilledAfterTheLimit() throws Exception {
        var server = start("refuse-to-stop");
        server.awaitReady();
        server.stop();
        assertThat(server.onExit()).succeedsWithin(SOON);
        assertThat(server.onExit().join().exitValue()).as("by force").isEqualTo(137);
    }

    @Test
    void oneThatEndsByItselfIsToldWithItsLastLines() throws Exception {
        var server = start("die");
        assertThatThrownBy(server::awaitReady)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("last words");
    }
}
