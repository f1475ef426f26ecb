package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RestartAllowanceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RestartAllowance allowance = new RestartAllowance(2, Duration.ofHours(1), now::get);

    @Test
    void itIsUsedUpAfterSoManyStartsWithinThePeriod() {
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void startsThatLieLongerBackThanThePeriodDoNotCount() {
        allowance.take();
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(50)));
        allowance.take();
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(61)));
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }
}
