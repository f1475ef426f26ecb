package io.rapport.outbox.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** Brings what waits to its observers: called after commit, by a timer, and at the start for what was left behind. */
final class Dispatcher {

    private static final Logger LOG = System.getLogger("io.rapport.outbox");

    private final Map<Lane, Integer> lanes;
    private final Upkeep upkeep;
    private final Transactions transactions;
    private final List<Workers> workers;

    /**
     * @param lanes every lane and the number of its threads
     */
    Dispatcher(Map<Lane, Integer> lanes, Upkeep upkeep, Transactions transactions) {
        this.lanes = lanes;
        this.upkeep = upkeep;
        this.transactions = transactions;
        this.workers = lanes.keySet().stream().map(Workers::new).toList();
    }

    /**
     * Begins with what was left behind.
     *
     * @param server names this server among all that work on the same table, at every start another
     */
    void start(ThreadFactory factory, String server) {
        callForAll();
        for (Workers some : workers) {
            some.start(factory, "outbox-" + server, lanes.get(some.lane()));
        }
    }

    /** These rows were committed just now. */
    void committed(Collection<NewDelivery> rows) {
        rows.forEach(row -> call(row.observer(), row.due()));
    }

    /** Something of this observer became due, however old. */
    void retried(String observer) {
        call(observer, Instant.EPOCH);
    }

    private void call(String observer, Instant due) {
        for (Lane lane : lanes.keySet()) {
            if (lane.observers().contains(observer)) {
                lane.signals().signal(observer, due);
            }
        }
    }

    /**
     * Looks for everything that is due: later attempts, rows of other servers, lost calls. Never throws, as the timer that
     * calls it would stop.
     */
    void sweep() {
        try {
            transactions.run(upkeep::run);
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "The outbox could not be swept; the next time it will be tried again", failure);
        }
        callForAll();
    }

    private void callForAll() {
        lanes.keySet()
                .forEach(lane -> lane.observers().forEach(name -> lane.signals().signal(name, Instant.EPOCH)));
    }

    /** Lets the workers finish what they are at, for so long. */
    void stop(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        workers.forEach(Workers::close);
        try {
            for (Workers some : workers) {
                some.await(end);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
