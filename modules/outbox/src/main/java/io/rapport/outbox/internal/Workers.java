package io.rapport.outbox.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** The threads of a lane. */
final class Workers {

    private static final Logger LOG = System.getLogger("io.rapport.outbox");

    private final Lane lane;
    private final List<Thread> threads = new ArrayList<>();

    Workers(Lane lane) {
        this.lane = lane;
    }

    Lane lane() {
        return lane;
    }

    /**
     * @param name begins the workers' names, different in every server
     */
    void start(ThreadFactory factory, String name, int count) {
        for (int i = 1; i <= count; i++) {
            String worker = name + "-" + i;
            Thread thread = factory.newThread(() -> work(worker));
            thread.setName(worker);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    private void work(String worker) {
        try {
            for (Optional<Signals.Turn> turn = lane.signals().next();
                    turn.isPresent();
                    turn = lane.signals().next()) {
                work(turn.get(), worker);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(Signals.Turn turn, String worker) {
        try {
            lane.work(turn, worker);
        } catch (RuntimeException | Error failure) {
            // The rows are where they were; the next sweep calls again.
            LOG.log(Level.WARNING, "Deliveries to " + turn.observer() + " wait for the database", failure);
        } finally {
            lane.signals().ended(turn);
        }
    }

    /** Has every thread stop when it has finished what it is at. */
    void close() {
        lane.signals().close();
    }

    /** Waits for the threads until then (System.nanoTime), and interrupts those that still run. */
    void await(long end) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            thread.interrupt();
        }
    }
}
