package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** One running Rapport: a data folder, a database, a server; started in this order and stopped in the other. */
final class Instance implements AutoCloseable {
    private static final long MOST_LOG_BYTES = 20 << 20;
    private static final int KEPT_LOGS = 3;

    private final Console console;
    private final Settings settings;
    private final Configuration configuration;
    private final CompletableFuture<StartFailure> trouble = new CompletableFuture<>();
    private DataFolder data;
    private EmbeddedDatabase database;
    private DatabaseGuard guard;
    private ApplicationServer server;

    Instance(Console console) throws StartFailure {
        this.console = console;
        this.settings = Settings.load(System.getProperties(), System.getenv());
        this.configuration = Configuration.from(settings);
    }

    /** Starts everything and goes on until something breaks or the thread is interrupted. */
    void run() throws StartFailure, InterruptedException {
        start();
        server.onExit().thenRun(this::serverEnded);
        try {
            throw trouble.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start() throws StartFailure, InterruptedException {
        long begin = System.nanoTime();
        var files = ServerFiles.find(configuration);
        data = DataFolder.open(configuration.data());
        HttpPort.check(configuration.address(), configuration.port());
        console.say("Rapport %s, data in %s".formatted(Version.RAPPORT, data.path()));
        hint();
        try {
            DatabaseAddress address = startDatabase();
            startServer(files, address);
            announce(Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be used (%s): correct its permissions or make room."
                            .formatted(data.path(), e),
                    e);
        }
    }

    /** What does not stop a start, but may not be what the operator wants. */
    private void hint() {
        data.tightening().ifPresent(console::warn);
        if (!settings.serviceLinks().isEmpty()) {
            console.say("Passed over in the environment, since Kubernetes adds them for a service of this name"
                    + " (enableServiceLinks: false keeps them away): " + String.join(", ", settings.serviceLinks()));
        }
    }

    private DatabaseAddress startDatabase() throws StartFailure, InterruptedException, IOException {
        if (configuration.externalDatabase().isPresent()) {
            DatabaseAddress address = configuration.externalDatabase().get();
            ExternalDatabase.check(address);
            console.say("Database: " + address);
            return address;
        }
        var builder = EmbeddedDatabase.in(data.database())
                .log(data.logs().resolve("postgresql.log"))
                .limit(configuration.startTimeout());
        configuration.databaseOptions().forEach(builder::option);
        configuration.databasePrograms().ifPresent(builder::programs);
        database = builder.start();
        guard = new DatabaseGuard(database, console, trouble::complete, InstantSource.system());
        guard.start();
        console.say("Database: PostgreSQL %s on port %d%s"
                .formatted(Version.POSTGRESQL, database.port(), database.adopted() ? ", found running" : ""));
        return database.address();
    }

    private void startServer(ServerFiles files, DatabaseAddress address)
            throws StartFailure, InterruptedException, IOException {
        var log = new RotatingLog(data.logs().resolve("server.log"), MOST_LOG_BYTES, KEPT_LOGS);
        console.say("Server: starting, log in " + data.logs().resolve("server.log"));
        var command = new ServerCommand(configuration, files, data.server()).prepare();
        server = ApplicationServer.start(configuration, command, environment(address), log, console);
        server.awaitReady();
    }

    private Map<String, String> environment(DatabaseAddress address) {
        var variables = new TreeMap<>(settings.asEnvironment());
        var database = address.withServerParameters();
        variables.putAll(Map.of(
                "RAPPORT_DB_URL", database.url(),
                "RAPPORT_DB_USER", database.user(),
                "RAPPORT_DB_PASSWORD", database.password(),
                "RAPPORT_DATA", data.path().toString(),
                "RAPPORT_HTTP_PORT", Integer.toString(configuration.port()),
                "RAPPORT_HTTP_ADDRESS", configuration.address().getHostAddress(),
                "RAPPORT_PUBLIC_URL", configuration.publicUrl()));
        return variables;
    }

    private void announce(Duration taken) throws IOException, InterruptedException {
        console.say("Ready after %.1f s. Stop it with Ctrl-C.".formatted(taken.toMillis() / 1000.0));
        console.say("");
        console.say("  Console              %s/console/".formatted(configuration.publicUrl()));
        if (server.answers("/demo/")) {
            console.say("  Demo shop            %s/demo/".formatted(configuration.publicUrl()));
        }
        if (Files.isReadable(data.firstAdministratorLink())) {
            console.say("  First administrator  %s   (works once)"
                    .formatted(Files.readString(data.firstAdministratorLink()).strip()));
        }
        console.say("");
    }

    private void serverEnded() {
        try {
            trouble.complete(server.ended());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops what was started: the server first, so that it can finish what it is doing. */
    @Override
    public void close() throws StartFailure {
        try {
            if (server != null) {
                server.stop();
            }
            if (guard != null) {
                guard.stop();
            }
            if (database != null) {
                database.close();
            }
        } catch (InterruptedException e) {
            throw new StartFailure("Stopping was interrupted.", e);
        } finally {
            if (data != null) {
                data.close();
            }
        }
    }
}
