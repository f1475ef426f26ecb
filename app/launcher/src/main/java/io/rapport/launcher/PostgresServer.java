package io.rapport.launcher;

import static java.nio.file.Files.createDirectories;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts, finds and stops the PostgreSQL process of one data folder. */
final class PostgresServer {
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int ATTEMPTS = 20;

    private final PostgresPrograms programs;
    private final Path cluster;
    private final PostgresSettings settings;
    private final DatabaseSecrets secrets;
    private final PostgresLog log;
    private final Duration limit;

    PostgresServer(
            PostgresPrograms programs,
            Path cluster,
            PostgresSettings settings,
            DatabaseSecrets secrets,
            PostgresLog log,
            Duration limit) {
        this.programs = programs;
        this.cluster = cluster;
        this.settings = settings;
        this.secrets = secrets;
        this.log = log;
        this.limit = limit;
    }

    /** A PostgreSQL that answers. */
    record Running(ProcessHandle process, int port) {}

    PostgresLog log() {
        return log;
    }

    /**
     * The PostgreSQL that a killed launcher left behind, if it answers and runs with today's programs and settings. One
     * that does not is stopped.
     */
    Optional<Running> orphan() throws IOException, InterruptedException {
        var file = PostmasterFile.read(cluster);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var process = file.get().process();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        int port = file.get().port().orElse(0);
        if (startedAlike(port) && answers(process.get(), port, ORPHAN_LIMIT)) {
            return Optional.of(new Running(process.get(), port));
        }
        stop(process.get(), ORPHAN_LIMIT);
        return Optional.empty();
    }

    private boolean startedAlike(int port) throws IOException {
        var expected = new StringBuilder(programs.program("postgres").toString());
        settings.arguments(cluster.toString(), port)
                .forEach(argument -> expected.append(" \"").append(argument).append('"'));
        Path file = cluster.resolve("postmaster.opts");
        return Files.exists(file) && Files.readString(file).strip().contentEquals(expected);
    }

    /** Starts PostgreSQL and waits until it answers. Port 0: any free one. */
    Running start(int wantedPort) throws StartFailure, IOException, InterruptedException {
        createDirectories(log.file().toAbsolutePath().getParent());
        for (int attempt = 1; ; attempt++) {
            int port = wantedPort == 0 ? freePort() : wantedPort;
            removeStalePostmasterFile();
            log.mark();
            Process process = launch(port);
            if (answersOrStops(process.toHandle(), port)) {
                return new Running(process.toHandle(), port);
            }
            boolean alive = Processes.alive(process.toHandle());
            stop(process.toHandle(), ORPHAN_LIMIT);
            if (alive) {
                throw new StartFailure(
                        "PostgreSQL did not answer within %d s: see %s, or allow more by rapport.start.timeout."
                                .formatted(limit.toSeconds(), log.file()));
            }
            if (attempt == ATTEMPTS || !passing(log.sinceMark())) {
                throw new StartFailure("PostgreSQL stopped while starting: %s (log: %s; settings: rapport.db.options)."
                        .formatted(log.reason(), log.file()));
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** PostgreSQL would believe a file that names a zombie or another program, and refuse to start. */
    private void removeStalePostmasterFile() throws IOException {
        var file = PostmasterFile.read(cluster);
        if (file.isPresent() && file.get().process().isEmpty()) {
            PostmasterFile.delete(cluster);
        }
    }

    /** What goes away by itself: a port taken in between, and the last processes of a PostgreSQL that was killed. */
    private static boolean passing(String output) {
        return output.contains("Address already in use")
                || output.contains("pre-existing shared memory block")
                || output.contains("could not create any TCP/IP sockets");
    }

    private Process launch(int port) throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // A session of its own: Ctrl-C must reach the launcher only, which stops the server first.
            command.add("/usr/bin/setsid");
        }
        command.addAll(programs.command("postgres", settings.arguments(cluster.toString(), port)));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private boolean answersOrStops(ProcessHandle process, int port) throws IOException, InterruptedException {
        try {
            return answers(process, port, limit);
        } catch (InterruptedException e) {
            stop(process, ORPHAN_LIMIT);
            throw e;
        }
    }

    private boolean answers(ProcessHandle process, int port, Duration longest)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        do {
            var file = PostmasterFile.read(cluster);
            boolean ready =
                    file.isPresent() && file.get().ready() && file.get().port().equals(Optional.of(port));
            if (ready && accepts(port)) {
                return true;
            }
        } while (!Processes.ended(process, LOOK_AGAIN) && System.nanoTime() < end);
        return false;
    }

    private boolean accepts(int port) {
        try (Connection connection = ApplicationDatabase.connect(port, secrets)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops PostgreSQL, first politely to its data, then at once; both leave the data sound. */
    static void stop(ProcessHandle process, Duration longest) throws IOException, InterruptedException {
        for (String signal : List.of("INT", "QUIT")) {
            if (Processes.alive(process)) {
                // pg_ctl would refuse root. INT: disconnect clients, write everything; QUIT: recover at the next start.
                Processes.signal(signal, process);
                if (Processes.ended(process, longest)) {
                    return;
                }
            }
        }
        if (Processes.alive(process)) {
            process.destroyForcibly();
        }
    }
}
