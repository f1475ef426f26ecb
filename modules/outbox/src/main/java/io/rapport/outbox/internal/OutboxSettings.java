package io.rapport.outbox.internal;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * The settings {@code rapport.outbox.*}.
 *
 * @param attempts before a row is stuck
 * @param sweep how often to look for what was left behind
 * @param workers threads of the transactional lane
 * @param twoStepWorkers threads of the two-step lane
 * @param lease how long two-step work may take
 * @param paused keep, but do not deliver
 */
record OutboxSettings(int attempts, Duration sweep, int workers, int twoStepWorkers, Duration lease, boolean paused) {

    OutboxSettings {
        check(attempts >= 1 && attempts <= 100, "attempts", attempts, "a number from 1 to 100");
        check(sweep.toMillis() >= 100, "sweep", sweep, "a duration of at least PT0.1S");
        check(workers >= 1 && workers <= 64, "workers", workers, "a number from 1 to 64");
        check(twoStepWorkers >= 1 && twoStepWorkers <= 64, "two-step-workers", twoStepWorkers, "a number from 1 to 64");
        check(lease.toSeconds() >= 1, "lease", lease, "a duration of at least PT1S");
    }

    private static void check(boolean good, String name, Object value, String wanted) {
        if (!good) {
            throw new IllegalArgumentException(
                    "Setting rapport.outbox.%s is %s; set it to %s".formatted(name, value, wanted));
        }
    }

    static OutboxSettings of(Config config) {
        return new OutboxSettings(
                setting(config, "attempts", 10),
                setting(config, "sweep", Duration.ofSeconds(1)),
                setting(config, "workers", 2),
                setting(config, "two-step-workers", 4),
                setting(config, "lease", Duration.ofSeconds(30)),
                setting(config, "paused", false));
    }

    @SuppressWarnings("unchecked") // the class of a T
    private static <T> T setting(Config config, String name, T standard) {
        return config.getOptionalValue("rapport.outbox." + name, (Class<T>) standard.getClass())
                .orElse(standard);
    }
}
