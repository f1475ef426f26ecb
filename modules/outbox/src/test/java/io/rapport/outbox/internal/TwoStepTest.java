package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.outbox.NotYet;
import io.rapport.outbox.OutboxCard;
import io.rapport.outbox.TwoStep;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwoStepTest {

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

    /** Fetches as the test says, records what was fetched as an effect, then does what the test says. */
    private record Asking(Function<Noted, Integer> asked, Consumer<Integer> then) implements TwoStep<Noted, Integer> {

        Asking(Function<Noted, Integer> asked) {
            this(asked, fetched -> {});
        }

        @Override
        public String name() {
            return "notes.ask";
        }

        @Override
        public Class<Noted> event() {
            return Noted.class;
        }

        @Override
        public Integer fetch(Noted event) {
            return asked.apply(event);
        }

        @Override
        public void record(Noted event, Integer fetched) {
            database.jdbi()
                    .useHandle(handle -> handle.execute(
                            "insert into effect (observer, key, number) values ('notes.ask', ?, ?)",
                            event.key(),
                            fetched));
            then.accept(fetched);
        }
    }

    private Bench bench(TwoStep<?, ?> asking) {
        return Bench.on(database.jdbi()).clock(clock).twoStep(asking).build();
    }

    private static void work(Bench bench, String worker) {
        bench.twoStepLane.work(new Signals.Turn("notes.ask", Instant.EPOCH, -1), worker);
    }

    @Test
    void itFetchesOutsideAnyTransactionAndRecordsInOne() {
        var bench = new Bench[1];
        bench[0] = bench(new Asking(
                noted -> {
                    assertThat(bench[0].transactions.isActive()).isFalse();
                    return 42;
                },
                fetched -> assertThat(bench[0].transactions.isActive()).isTrue()));
        bench[0].fire(Noted.of(key, 1));
        work(bench[0], "one");
        assertThat(bench[0].effects("notes.ask", key)).containsExactly(42);
        assertThat(bench[0].waiting()).isZero();
    }

    @Test
    void whileOneFetchesOthersTakeOtherSubjectsButNotWhatComesBehindIt() {
        var bench = new Bench[1];
        bench[0] = bench(new Asking(noted -> {
            if (noted.key().equals(key)) {
                work(bench[0], "two");
                work(bench[0], "three");
                assertThat(bench[0].effects("notes.ask", other)).containsExactly(3);
                assertThat(bench[0].effects("notes.ask", key)).isEmpty();
            }
            return noted.number();
        }));
        bench[0].fire(Noted.of(key, 1));
        bench[0].fire(Noted.of(other, 3));
        work(bench[0], "one");
        assertThat(bench[0].effects("notes.ask", key)).containsExactly(1);
        assertThat(bench[0].waiting()).isZero();
    }

    @Test
    void whatComesBehindAFetchWaitsForIt() {
        var bench = new Bench[1];
        bench[0] = bench(new Asking(noted -> {
            if (noted.number() == 1) {
                work(bench[0], "two");
                assertThat(bench[0].effects()).isZero();
            }
            return noted.number();
        }));
        bench[0].fire(Bench.noted(key, 2));
        work(bench[0], "one");
        work(bench[0], "one");
        assertThat(bench[0].effects("notes.ask", key)).containsExactly(1, 2);
    }

    @Test
    void aLeaseThatRanOutIsTakenByAnotherAndTheLateResultIsDropped() {
        var bench = new Bench[1];
        var fetches = new AtomicInteger();
        bench[0] = bench(new Asking(noted -> {
            int fetch = fetches.incrementAndGet();
            if (fetch == 1) {
                work(bench[0], "two");
                assertThat(fetches).as("nobody else before the lease ran out").hasValue(1);
                clock.forward(Bench.LEASE);
                work(bench[0], "two");
            }
            return fetch;
        }));
        bench[0].fire(Noted.of(key, 1));
        work(bench[0], "one");
        assertThat(fetches).hasValue(2);
        assertThat(bench[0].effects("notes.ask", key)).containsExactly(2);
        assertThat(bench[0].waiting()).isZero();
    }

    @Test
    void aLateResultIsDroppedWhileAnotherIsStillAtIt() {
        var leases = new LeaseTable(database.jdbi());
        Bench bench = bench(new Asking(noted -> {
            clock.forward(Bench.LEASE);
            Instant now = clock.instant();
            assertThat(leases.take("notes.ask", "two", Instant.EPOCH, now, now.plus(Bench.LEASE)))
                    .isPresent();
            return 1;
        }));
        bench.fire(Noted.of(key, 1));
        work(bench, "one");
        assertThat(bench.effects()).isZero();
        assertThat(bench.waiting()).isEqualTo(1);
    }

    @Test
    void aLateFailureDoesNotTouchTheRowOfAnother() {
        var bench = new Bench[1];
        var fetches = new AtomicInteger();
        bench[0] = bench(new Asking(noted -> {
            if (fetches.incrementAndGet() == 1) {
                clock.forward(Bench.LEASE);
                work(bench[0], "two");
                throw new IllegalStateException("too late to matter");
            }
            throw new IllegalStateException("the one that counts");
        }));
        bench[0].fire(Noted.of(key, 1));
        work(bench[0], "one");
        OutboxCard card = bench[0].outbox.inTrouble(0, 10).get(0);
        assertThat(card.attempts()).isEqualTo(1);
        assertThat(card.lastError()).contains("the one that counts");
    }

    @Test
    void aFailedRecordTakesItsEffectsBackAndBothStepsAreDoneAgain() {
        var records = new AtomicInteger();
        var fetches = new AtomicInteger();
        Bench bench = bench(new Asking(noted -> fetches.incrementAndGet(), fetched -> {
            if (records.incrementAndGet() == 1) {
                throw new IllegalStateException("not now");
            }
        }));
        bench.fire(Noted.of(key, 1));
        work(bench, "one");
        assertThat(bench.effects()).isZero();
        assertThat(bench.outbox.inTrouble(0, 10)).hasSize(1);
        work(bench, "one");
        assertThat(records).as("not before its backoff").hasValue(1);
        clock.forward(Backoff.FIRST);
        work(bench, "one");
        assertThat(bench.effects("notes.ask", key)).containsExactly(2);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void aFetchThatComesTooEarlyWaitsHoweverOftenAndUsesUpNoAttempt() {
        Instant open = clock.instant().plus(Duration.ofMinutes(3));
        var fetches = new AtomicInteger();
        Bench bench = Bench.on(database.jdbi())
                .clock(clock)
                .attempts(2)
                .twoStep(new Asking(noted -> {
                    fetches.incrementAndGet();
                    if (clock.instant().isBefore(open.plusSeconds(30))) {
                        throw new NotYet("It rests.", open);
                    }
                    return 1;
                }))
                .build();
        bench.fire(Noted.of(key, 1));
        work(bench, "one");
        work(bench, "one");
        assertThat(fetches).as("not asked again before its time").hasValue(1);

        clock.forward(Duration.between(clock.instant(), open).plusSeconds(1));
        for (int second = 0; second < 20; second++) {
            work(bench, "one");
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(fetches.get()).as("asked each second at most").isBetween(10, 21);
        assertThat(bench.outbox.inTrouble(0, 10)).isEmpty();

        clock.forward(Duration.ofMinutes(1));
        work(bench, "one");
        assertThat(bench.effects("notes.ask", key)).containsExactly(1);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void aFetchThatIsTooEarlyForHoursIsTriedInTenMinutes() {
        var fetches = new AtomicInteger();
        Bench bench = bench(new Asking(noted -> {
            fetches.incrementAndGet();
            throw new NotYet("It rests.", clock.instant().plus(Duration.ofHours(5)));
        }));
        bench.fire(Noted.of(key, 1));
        work(bench, "one");
        clock.forward(Duration.ofMinutes(NotYet.LONGEST_MINUTES));
        work(bench, "one");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void aLeaseThatWasTakenBeforeTheClockWasPutBackHoldsNobodyUpForHours() {
        Bench bench = bench(new Asking(Noted::number));
        bench.fire(Noted.of(key, 1));
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update outbox.delivery set locked_by = 'dead', locked_until = ?",
                        clock.instant().plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC)));
        work(bench, "one");
        assertThat(bench.effects("notes.ask", key)).containsExactly(1);
    }

    @Test
    void aFetchThatFindsNothingIsRecorded() {
        Bench bench = bench(new Asking(noted -> null));
        bench.fire(Noted.of(key, 1));
        work(bench, "one");
        assertThat(bench.effects()).isEqualTo(1);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void slowFetchesRunSideBySide() throws Exception {
        var together = new CountDownLatch(4);
        try (Bench bench = Bench.on(database.jdbi())
                .workers(4)
                .twoStep(new Asking(noted -> {
                    together.countDown();
                    try {
                        assertThat(together.await(60, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return noted.number();
                }))
                .build()
                .started()) {
            for (int number = 0; number < 4; number++) {
                bench.fire(Noted.of(new UUID(0, number), number));
            }
            Await.until("all delivered", () -> bench.waiting() == 0);
            assertThat(bench.effects()).isEqualTo(4);
        }
    }
}
