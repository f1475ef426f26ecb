package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The PostgreSQL that Rapport brings: real server programs on a folder of their own, durable (fsync on), reached over
 * loopback with a random password.
 *
 * <p>One that was left running by a killed launcher is taken over. The programs are zonky's; its {@code
 * EmbeddedPostgres} is not used, because it is made for tests: it turns fsync off, trusts every local user, and cannot
 * take over.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);

    private final PostgresServer server;
    private final DatabaseSecrets secrets;
    private final boolean adopted;
    private ProcessHandle process;
    private int port;

    private EmbeddedDatabase(PostgresServer server, DatabaseSecrets secrets, Optional<PostgresServer.Running> orphan)
            throws StartFailure, InterruptedException, IOException {
        this.server = server;
        this.secrets = secrets;
        this.adopted = orphan.isPresent();
        take(adopted ? orphan.get() : server.start(0));
    }

    /** Prepares a database in a folder, which is made where it is missing; nothing else may use the folder. */
    public static Builder in(Path folder) {
        return new Builder(folder);
    }

    private void take(PostgresServer.Running running) {
        process = running.process();
        port = running.port();
    }

    /** The database {@code rapport} and the user who owns it. */
    public DatabaseAddress address() {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:%d/rapport".formatted(port), "rapport", secrets.application());
    }

    /** The TCP port on loopback; the same after {@link #restart()}. */
    public int port() {
        return port;
    }

    /** PostgreSQL's main process. */
    public ProcessHandle process() {
        return process;
    }

    /** Whether a PostgreSQL that was already running was taken over. */
    public boolean adopted() {
        return adopted;
    }

    /** Starts PostgreSQL again on the same port after it died. */
    public void restart() throws StartFailure, InterruptedException {
        try {
            take(server.start(port));
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL could not be started again: " + e, e);
        }
    }

    void boundLog() throws IOException {
        server.log().bound();
    }

    /** Stops PostgreSQL and waits for its end; clients are disconnected, all data is on disk. */
    @Override
    public void close() throws InterruptedException {
        try {
            PostgresServer.stop(process, STOP_LIMIT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** How a database is to be started. */
    public static final class Builder {
        private final DatabaseFiles files;
        private final Map<String, String> options = new TreeMap<>();
        private Path programs;
        private Path log;
        private Duration limit = Duration.ofSeconds(120);

        private Builder(Path folder) {
            files = new DatabaseFiles(folder);
            programs = files.defaultPrograms();
            log = folder.resolve("postgresql.log");
        }

        /** Adds a setting of PostgreSQL, such as {@code log_statement} = {@code all}. */
        public Builder option(String name, String value) {
            options.put(name, value);
            return this;
        }

        /** Where the programs are unpacked, by default below the database's folder; several databases may share it. */
        public Builder programs(Path folder) {
            programs = folder;
            return this;
        }

        /** The file of PostgreSQL's log. */
        public Builder log(Path file) {
            log = file;
            return this;
        }

        /** How long a start may take, recovery after a crash included. */
        public Builder limit(Duration longest) {
            limit = longest;
            return this;
        }

        /**
         * Starts the database, or takes over the one that already serves the folder, and makes sure that the database
         * {@code rapport} exists.
         */
        public EmbeddedDatabase start() throws StartFailure, InterruptedException {
            var unpacked = PostgresPrograms.in(programs);
            var secrets = files.prepare(unpacked);
            var server = new PostgresServer(
                    unpacked, files.cluster(), new PostgresSettings(options), secrets, new PostgresLog(log), limit);
            try {
                var database = new EmbeddedDatabase(server, secrets, server.orphan());
                ApplicationDatabase.ensure(database.port(), secrets);
                return database;
            } catch (IOException | SQLException e) {
                throw new StartFailure(
                        "PostgreSQL could not be started in %s (%s).".formatted(files.cluster(), e.getMessage()), e);
            }
        }
    }
}
