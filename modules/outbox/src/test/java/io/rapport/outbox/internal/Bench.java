package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.Outbox;
import io.rapport.outbox.TwoStep;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** The outbox put together for a test: observers are given by the test, everything else is real. */
final class Bench implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(30);

    final Jdbi jdbi;
    final JdbiTransactions transactions;
    final Recording recording;
    final Dispatcher dispatcher;
    final TransactionalLane lane;
    final TwoStepLane twoStepLane;
    final Outbox outbox;

    private Bench(
            Jdbi jdbi,
            Clock clock,
            int attempts,
            int workers,
            List<Observer> inTransaction,
            List<TwoStep<?, ?>> steps) {
        this.jdbi = jdbi;
        transactions = new JdbiTransactions(jdbi);
        var observers = new Observers(inTransaction, steps);
        var format = new EventFormat(JsonbBuilder.create());
        var table = new DeliveryTable(jdbi);
        var failures = new Failures(new FailureTable(jdbi), transactions, new Backoff(() -> 0L), clock, attempts);
        lane = new TransactionalLane(observers, format, table, failures, transactions, clock);
        twoStepLane = new TwoStepLane(observers, format, new LeaseTable(jdbi), failures, transactions, clock, LEASE);
        Map<Lane, Integer> lanes = new LinkedHashMap<>();
        lanes.put(lane, workers);
        lanes.put(twoStepLane, workers);
        dispatcher = new Dispatcher(lanes, new Upkeep(jdbi, clock, observers.names()), transactions);
        recording = new Recording(observers, format, table, transactions, clock, dispatcher::committed);
        outbox = new StoredOutbox(jdbi, transactions, clock, dispatcher::retried, LEASE);
    }

    static Builder on(Jdbi jdbi) {
        return new Builder(jdbi);
    }

    /** What a test may choose. */
    static final class Builder {
        private final Jdbi jdbi;
        private final List<Observer> observers = new ArrayList<>();
        private final List<TwoStep<?, ?>> twoSteps = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private int attempts = 10;
        private int workers = 2;

        private Builder(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        Builder clock(Clock chosen) {
            clock = chosen;
            return this;
        }

        Builder attempts(int number) {
            attempts = number;
            return this;
        }

        Builder workers(int number) {
            workers = number;
            return this;
        }

        /** An observer that writes its effect, then does what the test wants. */
        Builder observer(String name, Consumer<Noted> then) {
            observers.add(Observer.ofEach(name, Noted.class, event -> {
                Noted noted = (Noted) event;
                jdbi.useHandle(handle -> handle.createUpdate(
                                "insert into effect (observer, key, number) values (:observer, :key, :number)")
                        .bind("observer", name)
                        .bind("key", noted.key())
                        .bind("number", noted.number())
                        .execute());
                then.accept(noted);
            }));
            return this;
        }

        Builder observer(String name) {
            return observer(name, noted -> {});
        }

        Builder twoStep(TwoStep<?, ?> twoStep) {
            twoSteps.add(twoStep);
            return this;
        }

        Bench build() {
            return new Bench(jdbi, clock, attempts, workers, observers, twoSteps);
        }
    }

    /** Starts the workers. */
    Bench started() {
        dispatcher.start(Executors.defaultThreadFactory(), UUID.randomUUID().toString());
        return this;
    }

    /** One business transaction that fires these events. */
    void fire(DomainEvent... events) {
        fire(List.of(events));
    }

    void fire(Collection<? extends DomainEvent> events) {
        transactions.run(() -> events.forEach(event -> recording.record(List.of(event))));
    }

    /** Events of one subject, numbered from 1. */
    static List<Noted> noted(UUID key, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Noted.of(key, number))
                .toList();
    }

    /** One claim on this thread, from the beginning. */
    void work(String observer) {
        lane.work(new Signals.Turn(observer, Instant.EPOCH, -1), "test");
    }

    List<Integer> effects(String observer, UUID key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number from effect where observer = :observer and key = :key order by place")
                .bind("observer", observer)
                .bind("key", key)
                .mapTo(Integer.class)
                .list());
    }

    int effects() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from effect")
                .mapTo(Integer.class)
                .one());
    }

    int waiting() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbox.delivery")
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void close() {
        dispatcher.stop(Duration.ofSeconds(5));
    }
}
