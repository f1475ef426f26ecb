package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Delivers in batches of one transaction; where a batch fails, one by one. */
final class TransactionalLane implements Lane {

    static final int BATCH = 100;

    private final Observers observers;
    private final EventFormat format;
    private final DeliveryTable table;
    private final Failures failures;
    private final Transactions transactions;
    private final Clock clock;
    private final Signals signals = new Signals();

    TransactionalLane(
            Observers observers,
            EventFormat format,
            DeliveryTable table,
            Failures failures,
            Transactions transactions,
            Clock clock) {
        this.observers = observers;
        this.format = format;
        this.table = table;
        this.failures = failures;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Set<String> observers() {
        return observers.namesInTransaction();
    }

    @Override
    public Signals signals() {
        return signals;
    }

    @Override
    public void work(Signals.Turn turn, String worker) {
        List<Delivery> batch = new ArrayList<>();
        try {
            transactions.run(() -> {
                batch.addAll(claim(turn));
                deliver(batch);
            });
        } catch (Throwable failure) { // LinkageError and the like included: no observer may stop a worker
            afterFailure(batch, failure);
        }
        // Rows that came behind these could not be claimed as long as these stood before them.
        earliest(batch).ifPresent(from -> signals.signal(turn.observer(), from));
    }

    private List<Delivery> claim(Signals.Turn turn) {
        Instant now = clock.instant();
        List<Delivery> claimed = table.claim(turn.observer(), turn.from(), now, BATCH);
        Instant earliest = earliest(claimed).orElse(now);
        signals.nothingBefore(turn, earliest);
        if (claimed.size() == BATCH) {
            signals.another(turn.observer(), earliest); // more than one turn is good for
        }
        return claimed;
    }

    private static Optional<Instant> earliest(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::lookFrom).min(Instant::compareTo);
    }

    private void deliver(List<Delivery> batch) {
        List<Long> delivered = new ArrayList<>(batch.size());
        while (delivered.size() < batch.size() && !signals.isClosed()) { // an orderly stop commits what is done
            Observer observer = observers.inTransaction(batch.get(0).observer());
            int end = (int) Math.min(batch.size(), delivered.size() + (long) observer.atOnce());
            List<Delivery> next = batch.subList(delivered.size(), end);
            observer.action().accept(read(next, observer));
            next.forEach(delivery -> delivered.add(delivery.id()));
        }
        if (!delivered.isEmpty()) {
            table.delete(delivered);
        }
    }

    private List<DomainEvent> read(List<Delivery> deliveries, Observer observer) {
        List<DomainEvent> events = new ArrayList<>(deliveries.size());
        for (Delivery delivery : deliveries) {
            events.add(format.read(delivery, observer.event()));
        }
        return events;
    }

    private void afterFailure(List<Delivery> batch, Throwable failure) {
        switch (batch.size()) {
            case 0 -> throw new IllegalStateException("No rows could be claimed", failure);
            case 1 -> failures.note(batch.get(0), null, failure);
            default -> batch.forEach(this::deliverAlone);
        }
    }

    private void deliverAlone(Delivery delivery) {
        if (signals.isClosed()) {
            return;
        }
        try {
            transactions.run(() -> {
                // After a failure, those behind it are no longer first of their queue, and wait.
                if (table.claim(delivery.id(), clock.instant())) {
                    deliver(List.of(delivery));
                }
            });
        } catch (Throwable failure) {
            failures.note(delivery, null, failure);
        }
    }
}
