package io.rapport.launcher;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts Rapport's own PostgreSQL again when it dies, but not for ever, and keeps its log bounded. */
final class DatabaseGuard {
    static final int MOST_RESTARTS = 5;
    static final Duration WITHIN = Duration.ofHours(1);
    private static final int LOOK_AGAIN_MILLISECONDS = 200;

    private final EmbeddedDatabase database;
    private final Console console;
    private final Consumer<StartFailure> givingUp;
    private final InstantSource clock;
    private final Deque<Instant> restarts = new ArrayDeque<>();
    private final Thread watcher = new Thread(this::watch, "database-guard");

    DatabaseGuard(EmbeddedDatabase database, Console console, Consumer<StartFailure> givingUp, InstantSource clock) {
        this.database = database;
        this.console = console;
        this.givingUp = givingUp;
        this.clock = clock;
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
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLISECONDS);
                if (!Processes.alive(database.process())) {
                    restart();
                }
                database.boundLog();
            }
        } catch (StartFailure e) {
            givingUp.accept(e);
        } catch (IOException e) {
            givingUp.accept(new StartFailure("PostgreSQL's log cannot be kept bounded: " + e, e));
        } catch (InterruptedException e) {
            // Asked to stop.
        }
    }

    private void restart() throws StartFailure, InterruptedException {
        Instant now = clock.instant();
        restarts.removeIf(earlier -> earlier.isBefore(now.minus(WITHIN)));
        if (restarts.size() == MOST_RESTARTS) {
            throw new StartFailure(
                    "PostgreSQL died again after %d restarts within an hour: see its log (logs/postgresql.log in the data folder)."
                            .formatted(MOST_RESTARTS));
        }
        restarts.add(now);
        console.warn("PostgreSQL died; starting it again.");
        database.restart();
        console.warn("PostgreSQL is back.");
    }
}
