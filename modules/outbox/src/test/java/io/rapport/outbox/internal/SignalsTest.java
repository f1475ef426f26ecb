package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");
    private static final Instant TWELVE = Instant.parse("2026-03-01T12:00:00Z");

    private final Signals signals = new Signals(Duration.ofHours(1));

    private Signals.Turn next() throws InterruptedException {
        return signals.next().orElseThrow();
    }

    @Test
    void callsForOneObserverCoalesceAndLookFromTheEarliest() throws Exception {
        signals.signal("a", ELEVEN);
        signals.signal("a", TEN);
        signals.signal("a", TWELVE);
        assertThat(next().from()).isEqualTo(TEN);
        signals.signal("b", TEN);
        assertThat(next().observer()).isEqualTo("b");
    }

    @Test
    void observersTakeTurns() throws Exception {
        signals.signal("a", TEN);
        signals.signal("b", TEN);
        Signals.Turn first = next();
        assertThat(first.observer()).isEqualTo("a");
        signals.signal("a", TEN);
        signals.ended(first);
        assertThat(next().observer()).isEqualTo("b");
        assertThat(next().observer()).isEqualTo("a");
    }

    @Test
    void whatIsCalledDuringATurnWaitsForItsEnd() throws Exception {
        signals.signal("a", TEN);
        Signals.Turn first = next();
        signals.signal("a", TEN);
        signals.signal("b", TEN);
        assertThat(next().observer()).isEqualTo("b");
        signals.signal("c", TEN);
        assertThat(next().observer()).isEqualTo("c");
        signals.ended(first);
        assertThat(next().observer()).isEqualTo("a");
    }

    @Test
    void aTurnThatTakesLongHoldsNobodyUp() throws Exception {
        var impatient = new Signals(Duration.ofMillis(1));
        impatient.signal("a", TEN);
        impatient.next();
        impatient.signal("a", ELEVEN);
        assertThat(impatient.next().orElseThrow().observer()).isEqualTo("a");
    }

    @Test
    void anotherMayBeginBesideATurn() throws Exception {
        signals.signal("a", TEN);
        Signals.Turn first = next();
        signals.another("a", TEN);
        Signals.Turn second = next();
        assertThat(second.observer()).isEqualTo("a");
        signals.signal("a", TEN);
        signals.ended(first);
        assertThat(next().observer()).isEqualTo("a");
    }

    @Test
    void theBoundMovesUpWhenNothingWasFoundBelow() throws Exception {
        signals.signal("a", TEN);
        Signals.Turn claim = next();
        signals.nothingBefore(claim, ELEVEN);
        signals.ended(claim);
        signals.signal("a", TWELVE);
        assertThat(next().from()).isEqualTo(ELEVEN);
    }

    @Test
    void theBoundStaysWhenRowsWereAnnouncedSinceTheClaimBegan() throws Exception {
        signals.signal("a", TEN);
        Signals.Turn claim = next();
        signals.signal("a", TEN);
        signals.nothingBefore(claim, ELEVEN);
        signals.ended(claim);
        assertThat(next().from()).isEqualTo(TEN);
    }

    @Test
    void closedThereAreNoMoreTurns() throws Exception {
        signals.signal("a", TEN);
        signals.close();
        assertThat(signals.next()).isEmpty();
    }
}
