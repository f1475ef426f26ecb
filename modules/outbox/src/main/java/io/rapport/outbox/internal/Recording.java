package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps events for those who learn of them after commit: writes their rows as they happen, in the transaction in which
 * they happen.
 *
 * <p>Not collected until its end: when Payara calls back before completion, the thread is no longer associated with the
 * transaction, and rows would be written beside it, for good, whatever becomes of the transaction.
 */
final class Recording {

    private final Observers observers;
    private final EventFormat format;
    private final DeliveryTable table;
    private final BusinessTransaction transaction;
    private final Clock clock;
    private final Consumer<Collection<NewDelivery>> committed;

    /**
     * @param committed is told after commit what was kept
     */
    Recording(
            Observers observers,
            EventFormat format,
            DeliveryTable table,
            BusinessTransaction transaction,
            Clock clock,
            Consumer<Collection<NewDelivery>> committed) {
        this.observers = observers;
        this.format = format;
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
        this.committed = committed;
    }

    /** Keeps events with the current transaction, in one statement; throws IllegalStateException when there is none. */
    void record(List<? extends DomainEvent> events) {
        if (transaction.isLost()) {
            return;
        }
        if (!transaction.isActive()) {
            throw new IllegalStateException(
                    events.get(0).getClass().getName() + " was fired outside a transaction: it cannot be kept");
        }
        List<NewDelivery> rows = events.stream().flatMap(this::rowsOf).toList();
        if (!rows.isEmpty()) {
            transaction.computeIfAbsent(Kept.class, this::newKept).rows.addAll(rows);
            table.insert(rows);
        }
    }

    private Stream<NewDelivery> rowsOf(DomainEvent event) {
        List<String> names = observers.of(event.getClass());
        if (names.isEmpty()) {
            return Stream.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventType type = EventType.of(event.getClass());
        String payload = format.write(event);
        return names.stream().map(name -> new NewDelivery(name, event.key(), type, payload, now));
    }

    private Kept newKept() {
        var kept = new Kept();
        transaction.afterCommit(() -> committed.accept(kept.rows));
        return kept;
    }

    /** What one transaction has kept so far. */
    private static final class Kept {

        private final List<NewDelivery> rows = new ArrayList<>();
    }
}
