package io.rapport.enrichment.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a plugin that keeps failing a rest: after several failures in a row it is left alone for a while, then tried by
 * one call; each further failure doubles the rest.
 */
final class Circuit {

    static final int FAILURES = 5;
    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Clock clock;
    private int failures;
    private Instant pausedUntil;
    private boolean trying;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Whether a call may go out now; whoever gets a yes reports how it went. */
    synchronized boolean admit() {
        if (pausedUntil == null) {
            return true;
        }
        if (trying || clock.instant().isBefore(pausedUntil)) {
            return false;
        }
        trying = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        pausedUntil = null;
        trying = false;
    }

    synchronized void failed() {
        if (pausedUntil != null && !trying) {
            return; // a call that was under way when the pause began
        }
        failures++;
        trying = false;
        if (failures >= FAILURES) {
            pausedUntil = clock.instant().plus(pause(failures - FAILURES));
        }
    }

    /** Until when the plugin is left alone; empty where it is not. */
    synchronized Optional<Instant> pausedUntil() {
        return Optional.ofNullable(pausedUntil);
    }

    private static Duration pause(int doublings) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(doublings, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
