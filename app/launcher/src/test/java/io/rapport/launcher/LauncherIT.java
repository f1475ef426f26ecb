package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.launcher.dummy.DummyFailure;
import io.rapport.launcher.dummy.DummyPage;
import io.rapport.launcher.dummy.DummyReadiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives the packaged launcher with Payara Micro and PostgreSQL, deploying small applications. */
class LauncherIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Map<String, String> settings = new TreeMap<>();

    @BeforeEach
    void settings() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("rapport.http.port", Integer.toString(socket.getLocalPort()));
        }
        settings.put("rapport.data", folder.resolve("data").toString());
        settings.put("rapport.server.memory", "256m");
        settings.put("rapport.server.options", "-XX:TieredStopAtLevel=1 -Dmarker=given");
        war(DummyReadiness.class, DummyPage.class);
    }

    private void war(Class<?>... classes) {
        settings.put(
                "rapport.server.war",
                DummyApplication.war(folder.resolve("dummy.war"), classes).toString());
    }

    private String get(String path) throws Exception {
        var address = URI.create("http://127.0.0.1:" + settings.get("rapport.http.port") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    private ProcessHandle database() throws IOException {
        return PostmasterFile.read(folder.resolve("data/postgresql/cluster"))
                .flatMap(PostmasterFile::process)
                .orElseThrow();
    }

    @Test
    void aKilledLauncherTakesTheServerAlongAndTheNextOneFindsEverything() throws Exception {
        ProcessHandle database;
        try (var first = LaunchedRapport.start(settings).awaitLine("First administrator")) {
            tellsWhereToGo(first);
            handsTheDatabaseOverWithoutShowingItsPassword(first);
            refusesASecondServer();
            database = database();
            var server = first.server();
            first.process().destroyForcibly();
            assertThat(Processes.ended(server, SOON)).as("the server has ended").isTrue();
            assertThat(Processes.alive(database))
                    .as("the database is left behind")
                    .isTrue();
        }
        try (var second = LaunchedRapport.start(settings).awaitLine("Ready after")) {
            assertThat(second.output()).contains("found running");
            assertThat(database().pid()).isEqualTo(database.pid());
            database.destroyForcibly();
            second.awaitLine("PostgreSQL is back");
            database = database();
            second.process().destroy();
            assertThat(second.awaitExit()).isEqualTo(143);
            assertThat(Processes.alive(database)).as("the database was stopped").isFalse();
        }
        assertThat(Files.readString(folder.resolve("data/logs/postgresql.log")))
                .as("stopped in good order")
                .endsWith("database system is shut down\n");
    }

    private void tellsWhereToGo(LaunchedRapport rapport) {
        String url = "http://localhost:" + settings.get("rapport.http.port");
        assertThat(rapport.output())
                .contains("Console              " + url + "/console/")
                .contains("Demo shop            " + url + "/demo/")
                .contains("First administrator  " + url + "/console/first?token=once");
    }

    private void handsTheDatabaseOverWithoutShowingItsPassword(LaunchedRapport rapport) throws Exception {
        String environment = get("/environment");
        String password = Files.readAllLines(folder.resolve("data/postgresql/passwords.properties"))
                .get(2)
                .substring("rapport=".length());
        assertThat(environment)
                .contains("RAPPORT_DB_URL=jdbc:postgresql://127.0.0.1:")
                .contains("stringtype=unspecified")
                .contains("RAPPORT_DB_USER=rapport")
                .contains("RAPPORT_DB_PASSWORD=" + password)
                .contains("RAPPORT_DATA=" + folder.resolve("data"))
                .contains("RAPPORT_PUBLIC_URL=http://localhost:");
        assertThat(rapport.server().info().arguments().orElseThrow())
                .contains("-Xmx256m", "-Dmarker=given")
                .noneMatch(argument -> argument.contains(password));
    }

    private void refusesASecondServer() throws Exception {
        try (var sameFolder = LaunchedRapport.start(settings)) {
            assertThat(sameFolder.awaitExit()).isEqualTo(1);
            assertThat(sameFolder.output()).startsWith("rapport: Another Rapport (process ");
        }
        var others = new TreeMap<>(settings);
        others.put("rapport.data", folder.resolve("other").toString());
        try (var samePort = LaunchedRapport.start(others)) {
            assertThat(samePort.awaitExit()).isEqualTo(1);
            assertThat(samePort.output())
                    .startsWith("rapport: Port %s of 127.0.0.1 is taken".formatted(settings.get("rapport.http.port")))
                    .contains("rapport.http.port");
        }
    }

    @Test
    void anApplicationThatCannotBeDeployedEndsTheStartWithTheReason() throws Exception {
        war(DummyReadiness.class, DummyFailure.class);
        try (var rapport = LaunchedRapport.start(settings)) {
            assertThat(rapport.awaitExit()).isEqualTo(1);
            assertThat(rapport.output())
                    .contains("rapport: The application could not be started: ")
                    .contains("the schema is broken")
                    .doesNotContain("Ready after");
        }
        assertThat(PostmasterFile.read(folder.resolve("data/postgresql/cluster")))
                .as("the database was stopped")
                .isEmpty();
    }

    @Test
    void aBrokenSettingIsOneLineAndANonZeroExit() throws Exception {
        settings.put("rapport.http.port", "eighty");
        try (var rapport = LaunchedRapport.start(settings)) {
            assertThat(rapport.awaitExit()).isEqualTo(1);
            assertThat(rapport.output())
                    .isEqualTo("rapport: rapport.http.port is 'eighty' but must be a whole number from 1 to 65535.");
        }
    }
}
