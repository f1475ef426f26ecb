package io.rapport.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts Rapport's own PostgreSQL again when it dies, but not for ever, and keeps its log bounded. */
final class DatabaseGuard {
    private static final int MOST_RESTARTS = 5;
    private static final int LOOK_AGAIN_MILLISECONDS = 200;
    private static final int LOOKS_PER_LOG_CHECK = 300;

    private final EmbeddedDatabase database;
    private final Console console;
    private final Consumer<StartFailure> givingUp;
    private final RestartAllowance allowance;
    private final Thread watcher = new Thread(this::watch, "database-guard");

    DatabaseGuard(EmbeddedDatabase database, Console console, Consumer<StartFailure> givingUp, InstantSource clock) {
        this.database = database;
        this.console = console;
        this.givingUp = givingUp;
        this.allowance = new RestartAllowance(MOST_RESTARTS, Duration.ofHours(1), clock);
        watcher.setDaemon(true);
    }

    void start() {
        watcher.start();
    }

    /** Ends the watching, before the database is stopped on purpose. */
    void stop() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
    }

    private void watch() {
        try {
            for (int look = 1; ; look++) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLISECONDS);
                if (!Processes.alive(database.process())) {
                    restart();
                }
                if (look % LOOKS_PER_LOG_CHECK == 0) {
                    boundLog();
                }
            }
        } catch (StartFailure e) {
            givingUp.accept(e);
        } catch (InterruptedException e) {
            // Asked to stop.
        }
    }

    private void boundLog() {
        try {
            database.boundLog();
        } catch (IOException e) {
            // A full disk, most likely; Rapport can still answer what needs no writing.
            console.warn("PostgreSQL's log cannot be kept small: " + e);
        }
    }

    private void restart() throws StartFailure, InterruptedException {
        if (!allowance.take()) {
            throw new StartFailure(
                    "PostgreSQL died again after %d restarts within an hour: see its log (logs/postgresql.log in the data folder)."
                            .formatted(MOST_RESTARTS));
        }
        console.warn("PostgreSQL died; starting it again.");
        database.restart();
        console.warn("PostgreSQL is back.");
    }
}
