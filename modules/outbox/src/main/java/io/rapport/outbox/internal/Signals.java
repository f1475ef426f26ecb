package io.rapport.outbox.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which observers may have rows to claim, and from which due time on to look. Calls for the same observer coalesce;
 * observers take turns.
 *
 * <p>The due time only moves up while nobody signals: a claim that saw nothing below it says so, unless rows were
 * announced since it began.
 */
final class Signals {

    /**
     * A worker's turn.
     *
     * @param observer whose rows
     * @param from look for rows due from then on
     * @param signal tells this state of the bound from a later one
     */
    record Turn(String observer, Instant from, long signal) {}

    private final Map<String, Turn> bounds = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private long signals;
    private boolean closed;

    /** Rows of an observer may be there to claim, due at this time or later. */
    synchronized void signal(String observer, Instant due) {
        Turn known = bounds.get(observer);
        Instant from = known == null || due.isBefore(known.from()) ? due : known.from();
        bounds.put(observer, new Turn(observer, from, ++signals));
        if (waiting.add(observer)) {
            notify();
        }
    }

    /** The next turn, awaited; empty when closed. */
    synchronized Optional<Turn> next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return Optional.empty();
        }
        Iterator<String> first = waiting.iterator();
        String observer = first.next();
        first.remove();
        return Optional.of(bounds.get(observer));
    }

    /** Nothing that this turn could claim was due before then. */
    synchronized void nothingBefore(Turn turn, Instant due) {
        Turn now = bounds.get(turn.observer());
        if (now.signal() == turn.signal() && due.isAfter(now.from())) {
            bounds.put(turn.observer(), new Turn(turn.observer(), due, turn.signal()));
        }
    }

    /** Gives no more turns. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }
}
