package io.rapport.outbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Which observers may have rows to claim, and from which due time on to look. Calls for the same observer coalesce;
 * observers take turns. While an observer has its turn, calls for it wait for the end of that turn, so that what comes in
 * the meantime is claimed together; a turn that takes long holds nobody up, and whoever finds more than one turn is good for
 * says {@link #another}.
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

    /** How long calls wait for the end of a turn. */
    static final Duration PATIENCE = Duration.ofMillis(50);

    private final Duration patience;
    private final Map<String, Turn> bounds = new HashMap<>();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Map<String, Running> running = new HashMap<>();
    private final Set<String> calledMeanwhile = new HashSet<>();
    private long signals;
    private boolean closed;

    /** Turns of one observer: how many, and since when the latest (System.nanoTime). */
    private record Running(int turns, long since) {}

    Signals() {
        this(PATIENCE);
    }

    Signals(Duration patience) {
        this.patience = patience;
    }

    /** Rows of an observer may be there to claim, due at this time or later. */
    synchronized void signal(String observer, Instant due) {
        lookFrom(observer, due);
        if (!running.containsKey(observer)) {
            offer(observer);
        } else if (calledMeanwhile.add(observer)) {
            notify(); // somebody watches how long the turn takes
        }
    }

    /** As {@link #signal}, and another worker may begin at once, beside the one whose turn it is. */
    synchronized void another(String observer, Instant due) {
        lookFrom(observer, due);
        offer(observer);
    }

    private void lookFrom(String observer, Instant due) {
        Turn known = bounds.get(observer);
        Instant from = known == null || due.isBefore(known.from()) ? due : known.from();
        bounds.put(observer, new Turn(observer, from, ++signals));
    }

    private void offer(String observer) {
        if (waiting.add(observer)) {
            notify();
        }
    }

    /** The next turn, awaited; empty when closed. Whoever takes one says {@link #ended} when it is over. */
    synchronized Optional<Turn> next() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            awaitCall();
        }
        if (closed) {
            return Optional.empty();
        }
        Iterator<String> first = waiting.iterator();
        String observer = first.next();
        first.remove();
        running.merge(
                observer,
                new Running(1, System.nanoTime()),
                (before, one) -> new Running(before.turns() + 1, one.since()));
        return Optional.of(bounds.get(observer));
    }

    private void awaitCall() throws InterruptedException {
        OptionalLong left =
                calledMeanwhile.stream().mapToLong(this::patienceLeft).min();
        if (left.isEmpty()) {
            wait();
        } else if (left.getAsLong() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left.getAsLong());
        } else {
            offerOverdue();
        }
    }

    private void offerOverdue() {
        List<String> overdue = calledMeanwhile.stream()
                .filter(observer -> patienceLeft(observer) <= 0)
                .toList();
        overdue.forEach(calledMeanwhile::remove);
        overdue.forEach(this::offer);
    }

    /** In nanoseconds. */
    private long patienceLeft(String observer) {
        return running.get(observer).since() + patience.toNanos() - System.nanoTime();
    }

    /** A turn is over: what was called for meanwhile has its own. */
    synchronized void ended(Turn turn) {
        running.computeIfPresent(
                turn.observer(),
                (observer, now) -> now.turns() == 1 ? null : new Running(now.turns() - 1, now.since()));
        if (calledMeanwhile.remove(turn.observer())) {
            offer(turn.observer());
        }
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
