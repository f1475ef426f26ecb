package io.rapport.outbox.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: a second, doubled with each, at most an hour, give or take a fifth, so that what
 * failed together does not come back together.
 */
final class Backoff {

    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final double SPREAD = 0.2;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * @param failures how often it failed, this time included, from 1
     */
    Duration after(int failures) {
        double doubled = FIRST.toMillis() * Math.pow(2, failures - 1.0);
        double bounded = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(Math.round(bounded * (1 - SPREAD + 2 * SPREAD * random.nextDouble())));
    }
}
