package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void eachWaitIsTwiceTheLastGiveOrTakeAFifth() {
        for (int failures = 1; failures <= 10; failures++) {
            long middle = 1_000L << (failures - 1);
            assertThat(backoff.after(failures))
                    .isBetween(Duration.ofMillis(middle * 8 / 10), Duration.ofMillis(middle * 12 / 10));
        }
    }

    @Test
    void noWaitIsMuchLongerThanAnHour() {
        assertThat(backoff.after(100)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }
}
