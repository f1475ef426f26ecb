package io.rapport.launcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something may be started again: so many times within any period of that length. */
final class RestartAllowance {
    private final int most;
    private final Duration period;
    private final InstantSource clock;
    private final Deque<Instant> used = new ArrayDeque<>();

    RestartAllowance(int most, Duration period, InstantSource clock) {
        this.most = most;
        this.period = period;
        this.clock = clock;
    }

    /** Takes one start; false when there is none left. */
    boolean take() {
        Instant now = clock.instant();
        used.removeIf(earlier -> earlier.isBefore(now.minus(period)));
        return used.size() < most && used.add(now);
    }
}
