package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.launcher.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The product as an operator starts it: the packaged launcher with the real WAR, on a data folder of its own. */
final class LaunchedRapport implements AutoCloseable {
    private static final String SERVER_MAIN = "io.rapport.launcher.child.ServerProcess";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process launcher;
    private final Path data;
    private final Path output;
    private final Running running;

    private LaunchedRapport(Process launcher, Path data, Path output, Running running) {
        this.launcher = launcher;
        this.data = data;
        this.output = output;
        this.running = running;
    }

    /** Starts it and waits until it answers. */
    static LaunchedRapport start(Path folder, Map<String, String> settings) throws Exception {
        Path data = folder.resolve("data").toAbsolutePath();
        Path output = Files.createTempFile(Files.createDirectories(folder), "launcher", ".log");
        int port = Settings.freePort();
        Process launcher = launch(command(port, data, settings), output);
        awaitReady(launcher, output);
        return new LaunchedRapport(
                launcher,
                data,
                output,
                new Running(URI.create("http://127.0.0.1:" + port), new Database(database(data, settings))));
    }

    /** Starts it in vain; what it said on the way to its end. */
    static String refused(Path folder, Map<String, String> settings) throws Exception {
        Path data = folder.resolve("data").toAbsolutePath();
        Path output = Files.createTempFile(Files.createDirectories(folder), "launcher", ".log");
        Process launcher = launch(command(Settings.freePort(), data, settings), output);
        try {
            assertThat(launcher.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as("ends: %s", output)
                    .isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            return Files.readString(output);
        } finally {
            launcher.destroy();
        }
    }

    private static List<String> command(int port, Path data, Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Settings.at(port));
        settings.put("rapport.http.port", Integer.toString(port));
        settings.put("rapport.data", data.toString());
        settings.put("rapport.db.programs", Settings.PROGRAMS.toString());
        settings.put("rapport.server.war", Settings.WAR.toString());
        settings.put("rapport.server.options", "-XX:TieredStopAtLevel=1");
        settings.put("rapport.start.timeout", Long.toString(LIMIT.toSeconds()));
        settings.putAll(more);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-jar", Settings.LAUNCHER.resolve("rapport-launcher.jar").toString()));
        return command;
    }

    private static Process launch(List<String> command, Path output) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RAPPORT_"));
        return builder.start();
    }

    private static void awaitReady(Process launcher, Path output) throws IOException {
        try {
            await("the product is ready")
                    .atMost(LIMIT)
                    .failFast("it ended before it was ready", () -> !launcher.isAlive())
                    .until(() -> Files.readString(output).contains("Ready after"));
        } catch (RuntimeException failed) {
            launcher.destroy();
            throw new IllegalStateException(Files.readString(output), failed);
        }
    }

    private static DatabaseAddress database(Path data, Map<String, String> settings) throws IOException {
        if (settings.containsKey("rapport.db.url")) {
            return new DatabaseAddress(
                    settings.get("rapport.db.url"),
                    settings.get("rapport.db.user"),
                    settings.get("rapport.db.password"));
        }
        var passwords = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("postgresql/passwords.properties"))) {
            passwords.load(reader);
        }
        String port = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .get(3);
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/rapport", "rapport", passwords.getProperty("rapport"));
    }

    Running running() {
        return running;
    }

    /** PostgreSQL's own log. */
    Path databaseLog() {
        return data.resolve("logs/postgresql.log");
    }

    /** The server's process. */
    ProcessHandle server() {
        return launcher.children()
                .filter(child -> child.info().arguments().stream()
                        .anyMatch(arguments -> List.of(arguments).contains(SERVER_MAIN)))
                .findFirst()
                .orElseThrow();
    }

    /** PostgreSQL's main process and those that it started. */
    List<ProcessHandle> database() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .get(0);
        ProcessHandle main = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(main));
        main.descendants().forEach(all::add);
        return all;
    }

    /** Ends launcher, server and PostgreSQL at once, as a power failure would: nobody gets to finish anything. */
    void killEverything() throws Exception {
        List<ProcessHandle> all = new ArrayList<>(launcher.descendants().toList());
        assertThat(all).as("the server, and PostgreSQL with its processes").hasSizeGreaterThan(2);
        all.add(launcher.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() throws Exception {
        launcher.destroy();
        assertThat(launcher.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("ends: %s", output)
                .isTrue();
    }
}
