package io.rapport.enrichment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private final MovableClock clock = new MovableClock();
    private final Circuit circuit = new Circuit(clock);

    private void fail(int times) {
        for (int failure = 0; failure < times; failure++) {
            assertThat(circuit.admit()).isTrue();
            circuit.failed();
        }
    }

    @Test
    void pausesAfterSeveralFailuresInARowOnly() {
        fail(Circuit.FAILURES - 1);
        circuit.succeeded();
        fail(Circuit.FAILURES - 1);
        assertThat(circuit.admit()).isTrue();

        circuit.failed();

        assertThat(circuit.admit()).isFalse();
        assertThat(circuit.pausedUntil()).contains(clock.instant().plus(Circuit.FIRST_PAUSE));
    }

    @Test
    void oneCallTriesAfterThePauseWhileTheOthersWait() {
        fail(Circuit.FAILURES);
        clock.forward(Circuit.FIRST_PAUSE);

        assertThat(circuit.admit()).isTrue();
        assertThat(circuit.admit()).isFalse();

        circuit.succeeded();
        assertThat(circuit.admit()).isTrue();
        assertThat(circuit.pausedUntil()).isEmpty();
    }

    @Test
    void callsThatWereUnderWayWhenThePauseBeganDoNotLengthenIt() {
        fail(Circuit.FAILURES);

        circuit.failed();
        circuit.failed();

        assertThat(circuit.pausedUntil()).contains(clock.instant().plus(Circuit.FIRST_PAUSE));
    }

    @Test
    void thePauseDoublesUpToItsLongest() {
        fail(Circuit.FAILURES);
        Duration pause = Circuit.FIRST_PAUSE;
        for (int trial = 0; trial < 30; trial++) {
            clock.forward(pause);
            fail(1);
            pause = pause.multipliedBy(2).compareTo(Circuit.LONGEST_PAUSE) < 0
                    ? pause.multipliedBy(2)
                    : Circuit.LONGEST_PAUSE;
            assertThat(circuit.pausedUntil()).contains(clock.instant().plus(pause));
        }
        assertThat(pause).isEqualTo(Circuit.LONGEST_PAUSE);
    }
}
