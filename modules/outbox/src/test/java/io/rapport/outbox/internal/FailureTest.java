package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.outbox.OutboxCard;
import io.rapport.outbox.OutboxCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of rows that cannot be delivered; without threads, by a clock that the tests move. */
class FailureTest {

    /** The backoff's random numbers are zero in these tests: each wait is a fifth shorter. */
    private static final Duration FIRST_WAIT = Duration.ofMillis(800);

    private static Database database;

    private final MovableClock clock = new MovableClock();
    private final UUID key = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeAll
    static void startDatabase() {
        database = new Database();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        database.close();
    }

    @BeforeEach
    void clear() {
        database.clear();
    }

    private Bench.Builder bench() {
        return Bench.on(database.jdbi()).clock(clock);
    }

    private static Consumer<Noted> failing(int number) {
        return noted -> {
            if (noted.number() == number) {
                throw new IllegalStateException("no " + number);
            }
        };
    }

    private OutboxCard onlyCard(Bench bench) {
        List<OutboxCard> cards = bench.outbox.inTrouble(0, 10);
        assertThat(cards).hasSize(1);
        return cards.get(0);
    }

    @Test
    void aLongQueueBehindAFailedRowGoesOnThoughItsRowsWereDueBefore() {
        var calls = new AtomicInteger();
        Bench bench = bench().observer("notes.keep", noted -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first time");
                    }
                })
                .build();
        bench.fire(Noted.of(key, 0));
        bench.work("notes.keep");
        clock.forward(Duration.ofMillis(1));
        bench.fire(Bench.noted(key, DeliveryTable.WINDOW + 1));
        clock.forward(FIRST_WAIT);
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).startsWith(0, 1, 2);
    }

    @Test
    void aFailedRowIsTriedAgainAfterItsBackoffAndNotBefore() {
        var calls = new AtomicInteger();
        Bench bench = bench().observer("notes.keep", noted -> {
                    if (calls.incrementAndGet() <= 2) {
                        throw new IllegalStateException("call " + calls);
                    }
                })
                .build();
        bench.fire(Noted.of(key, 1));
        bench.work("notes.keep");
        assertThat(onlyCard(bench).nextAttempt()).isEqualTo(clock.instant().plus(FIRST_WAIT));
        assertThat(onlyCard(bench).lastError()).isEqualTo("java.lang.IllegalStateException: call 1");

        clock.forward(FIRST_WAIT.minusMillis(1));
        bench.work("notes.keep");
        assertThat(calls).hasValue(1);

        clock.forward(Duration.ofMillis(1));
        bench.work("notes.keep");
        assertThat(calls).hasValue(2);
        assertThat(onlyCard(bench).attempts()).isEqualTo(2);
        assertThat(onlyCard(bench).nextAttempt()).isEqualTo(clock.instant().plus(FIRST_WAIT.multipliedBy(2)));

        clock.forward(FIRST_WAIT.multipliedBy(2));
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).containsExactly(1);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void whatComesBehindAFailedRowWaitsAndOthersDoNot() {
        Bench bench = bench().observer("notes.keep", failing(1))
                .observer("notes.count")
                .build();
        bench.fire(Noted.of(key, 1), Noted.of(key, 2), Noted.of(other, 3));
        bench.work("notes.keep");
        bench.work("notes.count");
        assertThat(bench.effects("notes.keep", key)).isEmpty();
        assertThat(bench.effects("notes.keep", other)).containsExactly(3);
        assertThat(bench.effects("notes.count", key)).containsExactly(1, 2);
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).isEmpty();
    }

    @Test
    void aRowIsStuckAfterItsAttemptsAndBlocksNobodyElse() {
        Bench bench = bench().attempts(3)
                .observer("notes.keep", failing(1))
                .observer("notes.count")
                .build();
        bench.fire(Noted.of(key, 1), Noted.of(key, 2), Noted.of(other, 3));
        for (int attempt = 1; attempt <= 5; attempt++) {
            bench.work("notes.keep");
            bench.dispatcher.sweep();
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(onlyCard(bench).attempts()).isEqualTo(3);
        assertThat(onlyCard(bench).nextAttempt()).isNull();
        assertThat(bench.effects("notes.keep", key)).isEmpty();
        assertThat(bench.effects("notes.keep", other)).containsExactly(3);
        bench.work("notes.count");
        assertThat(bench.effects("notes.count", key)).containsExactly(1, 2);
        assertThat(bench.outbox.counts()).isEqualTo(new OutboxCounts(1, 1));

        bench.fire(Noted.of(other, 4));
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", other)).containsExactly(3, 4);
    }

    @Test
    void aRetriedRowAndThoseBehindItAreDeliveredInOrder() {
        var broken = new AtomicBoolean(true);
        Bench bench = bench().attempts(1)
                .observer("notes.keep", noted -> {
                    if (broken.get()) {
                        throw new IllegalStateException("broken");
                    }
                })
                .build();
        bench.fire(Bench.noted(key, 3));
        bench.work("notes.keep");
        bench.dispatcher.sweep();
        bench.fire(Noted.of(key, 4));
        broken.set(false);
        bench.work("notes.keep");
        assertThat(bench.effects()).isZero();

        assertThat(bench.outbox.retry(onlyCard(bench).id())).isTrue();
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).containsExactly(1, 2, 3, 4);
        assertThat(bench.outbox.inTrouble(0, 10)).isEmpty();
    }

    @Test
    void aRowThatWaitsIsDeliveredWhenTheClockIsPutBackByHours() {
        Bench bench = bench().observer("notes.keep").build();
        bench.fire(Noted.of(key, 1));
        clock.back(Duration.ofHours(3));
        bench.fire(Noted.of(key, 2));
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).isEmpty();
        bench.dispatcher.sweep();
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).containsExactly(1, 2);
    }

    @Test
    void aSweepLeavesTheWaitOfARowThatFailedOftenAsItIs() {
        Bench bench = bench().attempts(100).observer("notes.keep", failing(1)).build();
        bench.fire(Noted.of(key, 1));
        for (int attempt = 1; attempt <= 13; attempt++) {
            bench.work("notes.keep");
            Instant next = onlyCard(bench).nextAttempt();
            bench.dispatcher.sweep();
            assertThat(onlyCard(bench).nextAttempt()).isEqualTo(next);
            clock.forward(Duration.between(clock.instant(), next));
        }
        assertThat(onlyCard(bench).attempts()).isEqualTo(13);
    }

    @Test
    void aRowThatIsGoneCannotBeRetried() {
        assertThat(bench().build().outbox.retry(4711)).isFalse();
    }

    @Test
    void rowsBehindABlockedOneAreMovedOutOfTheWayOfClaims() {
        Bench bench = bench().attempts(1).observer("notes.keep", failing(1)).build();
        bench.fire(Bench.noted(key, 3));
        bench.fire(Noted.of(other, 7));
        database.jdbi()
                .useHandle(handle -> handle.execute("update outbox.delivery set stuck = true where id ="
                        + " (select min(id) from outbox.delivery)"));
        bench.dispatcher.sweep();
        int inTheWay = database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(*) from outbox.delivery where not stuck and due <= ?")
                        .bind(0, clock.instant().atOffset(java.time.ZoneOffset.UTC))
                        .mapTo(Integer.class)
                        .one());
        assertThat(inTheWay).isEqualTo(1);
    }

    @Test
    void anEventOfAnotherVersionIsStuckWithAReason() {
        Bench bench = bench().observer("notes.keep").build();
        bench.fire(Noted.of(key, 1));
        database.jdbi().useHandle(handle -> handle.execute("update outbox.delivery set event_version = 2"));
        bench.work("notes.keep");
        assertThat(onlyCard(bench).nextAttempt()).isNull();
        assertThat(onlyCard(bench).lastError())
                .isEqualTo("notes.keep does not know the event noted version 2; it knows noted version 1");
    }

    @Test
    void anEventOfAnUnknownTypeIsStuckWithAReason() {
        Bench bench = bench().observer("notes.keep").build();
        bench.fire(Noted.of(key, 1), Noted.of(other, 2));
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update outbox.delivery set event_type = 'forgotten' where key = ?", key));
        bench.work("notes.keep");
        assertThat(onlyCard(bench).nextAttempt()).isNull();
        assertThat(onlyCard(bench).lastError()).contains("forgotten version 1");
        assertThat(bench.effects("notes.keep", other)).containsExactly(2);
    }

    @Test
    void aPayloadThatCannotBeReadBackIsStuckWithAReason() {
        Bench bench = bench().observer("notes.keep").build();
        bench.fire(Noted.of(key, 1));
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("update outbox.delivery set payload = jsonb_build_object('number', 'many')"));
        bench.work("notes.keep");
        assertThat(onlyCard(bench).nextAttempt()).isNull();
        assertThat(onlyCard(bench).lastError()).startsWith("The event noted version 1 cannot be read back");
    }

    @Test
    void aRowOfAnUnknownObserverIsStuckAfterAWhileAndDeliveredWhenItIsKnownAgain() {
        bench().observer("notes.forgotten").build().fire(Noted.of(key, 1));
        Bench bench = bench().observer("notes.keep").build();
        bench.dispatcher.sweep();
        assertThat(bench.outbox.inTrouble(0, 10)).isEmpty();
        clock.forward(Upkeep.PATIENCE_WITH_UNKNOWN);
        bench.dispatcher.sweep();
        assertThat(onlyCard(bench).lastError()).isEqualTo("No observer of this server is named notes.forgotten");
        assertThat(bench.outbox.counts()).isEqualTo(new OutboxCounts(0, 1));

        Bench upgraded = bench().observer("notes.forgotten").build();
        upgraded.outbox.retry(onlyCard(bench).id());
        upgraded.work("notes.forgotten");
        assertThat(upgraded.effects("notes.forgotten", key)).containsExactly(1);
    }

    @Test
    void anErrorOfTheObserversClassesIsAFailureLikeAnyOther() {
        Bench bench = bench().observer("notes.keep", noted -> {
                    throw new NoClassDefFoundError("plugin/Missing");
                })
                .build();
        bench.fire(Noted.of(key, 1));
        bench.work("notes.keep");
        assertThat(onlyCard(bench).lastError()).contains("plugin/Missing");
        assertThat(bench.effects()).isZero();
    }

    @Test
    void anErrorTextThatPostgresqlWouldRefuseIsStillKept() {
        Bench bench = bench().observer("notes.keep", noted -> {
                    throw new IllegalStateException("line\nnext \u0000 " + "x".repeat(5_000));
                })
                .build();
        bench.fire(Noted.of(key, 1));
        bench.work("notes.keep");
        assertThat(onlyCard(bench).lastError())
                .startsWith("java.lang.IllegalStateException: line next x")
                .hasSize(2_001);
    }

    @Test
    void rowsInTroubleAreListedPageByPage() {
        Bench bench = bench().observer("notes.keep", noted -> {
                    throw new IllegalStateException("never");
                })
                .build();
        for (int number = 0; number < 5; number++) {
            bench.fire(Noted.of(new UUID(0, number), number));
        }
        bench.work("notes.keep");
        List<OutboxCard> first = bench.outbox.inTrouble(0, 3);
        List<OutboxCard> second = bench.outbox.inTrouble(first.get(2).id(), 3);
        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThatThrownBy(() -> bench.outbox.inTrouble(0, 201)).isInstanceOf(IllegalArgumentException.class);
    }
}
