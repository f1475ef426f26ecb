package io.rapport.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static Database database;

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

    @Test
    void aDeliveredRowIsGoneAndItsEffectIsThere() {
        Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build();
        UUID key = UUID.randomUUID();
        bench.fire(Noted.of(key, 1));
        assertThat(bench.waiting()).isEqualTo(1);
        bench.work("notes.keep");
        assertThat(bench.waiting()).isZero();
        assertThat(bench.effects("notes.keep", key)).containsExactly(1);
    }

    @Test
    void effectsHappenOnceWhenAnObserverFailsInTheMiddleOfABatch() {
        var failed = new AtomicBoolean();
        Bench bench = Bench.on(database.jdbi())
                .observer("notes.keep", noted -> {
                    if (noted.number() == 25 && failed.compareAndSet(false, true)) {
                        throw new IllegalStateException("not now");
                    }
                })
                .build();
        for (int number = 1; number <= 50; number++) {
            bench.fire(Noted.of(new UUID(0, number), number));
        }
        bench.work("notes.keep");
        assertThat(failed).isTrue();
        assertThat(bench.effects()).isEqualTo(50);
        assertThat(bench.waiting()).isZero();
        for (int number = 1; number <= 50; number++) {
            assertThat(bench.effects("notes.keep", new UUID(0, number))).containsExactly(number);
        }
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build();
        assertThatThrownBy(() -> bench.recording.record(List.of(Noted.of(UUID.randomUUID(), 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
    }

    @Test
    void nothingIsKeptOfATransactionThatFails() {
        Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build();
        assertThatThrownBy(() -> bench.transactions.run(() -> {
                    bench.recording.record(List.of(Noted.of(UUID.randomUUID(), 1)));
                    throw new IllegalArgumentException("changed its mind");
                }))
                .hasMessage("changed its mind");
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void aTransactionWhoseRowsCannotBeWrittenFails() {
        Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build();
        UUID key = UUID.randomUUID();
        assertThatThrownBy(() -> bench.transactions.run(() -> {
                    bench.recording.record(List.of(new Noted(
                            key,
                            1,
                            new io.rapport.events.Actor(io.rapport.events.Actor.Kind.SYSTEM, "nul \u0000", "", null),
                            null)));
                    database.jdbi()
                            .useHandle(handle -> handle.execute(
                                    "insert into effect (observer, key, number) values ('business', ?, 1)", key));
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(bench.effects()).isZero();
    }

    @Test
    void anEventForManyObserversIsOneStatement() {
        var statements = new AtomicInteger();
        Bench bench = Bench.on(database.jdbi())
                .observer("notes.keep")
                .observer("notes.count")
                .build();
        var counting = new org.jdbi.v3.core.statement.SqlLogger() {
            @Override
            public void logAfterExecution(org.jdbi.v3.core.statement.StatementContext context) {
                statements.incrementAndGet();
            }
        };
        database.jdbi().setSqlLogger(counting);
        try {
            bench.fire(Bench.noted(UUID.randomUUID(), 1));
        } finally {
            database.jdbi().setSqlLogger(org.jdbi.v3.core.statement.SqlLogger.NOP_SQL_LOGGER);
        }
        assertThat(statements).hasValue(1);
        assertThat(bench.waiting()).isEqualTo(2);
    }

    @Test
    void aQueueLongerThanABatchIsDeliveredInOrder() {
        Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build();
        UUID key = UUID.randomUUID();
        bench.fire(Bench.noted(key, 25));
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key)).hasSize(1 + DeliveryTable.FOLLOWERS);
        bench.work("notes.keep");
        bench.work("notes.keep");
        assertThat(bench.effects("notes.keep", key))
                .isEqualTo(Bench.noted(key, 25).stream().map(Noted::number).toList());
    }

    @Test
    void theOldestOfSeveralSubjectsComeFirst() {
        Bench bench = Bench.on(database.jdbi()).observer("notes.keep").build();
        List<UUID> keys = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        keys.forEach(key -> bench.fire(Noted.of(key, 1)));
        bench.work("notes.keep");
        List<UUID> told = database.jdbi()
                .withHandle(handle -> handle.createQuery("select key from effect order by place")
                        .mapTo(UUID.class)
                        .list());
        assertThat(told).isEqualTo(keys);
    }
}
