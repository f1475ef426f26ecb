package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps events for those who learn of them after commit: collects the rows of a transaction and writes them in one
 * statement at its end.
 *
 * <p>At its end means: under the locks that the transaction holds by then, so that two transactions that lock the same
 * subject get their rows in the order in which they commit.
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

    /** Keeps an event with the current transaction; throws IllegalStateException when there is none. */
    void record(DomainEvent event) {
        if (transaction.isLost()) {
            return;
        }
        if (!transaction.isActive()) {
            throw new IllegalStateException(
                    event.getClass().getName() + " was fired outside a transaction: it cannot be kept");
        }
        List<NewDelivery> rows = rowsOf(event);
        if (!rows.isEmpty()) {
            transaction.computeIfAbsent(Buffer.class, this::newBuffer).add(rows);
        }
    }

    private List<NewDelivery> rowsOf(DomainEvent event) {
        List<String> names = observers.of(event.getClass());
        if (names.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventType type = EventType.of(event.getClass());
        String payload = format.write(event);
        return names.stream()
                .map(name -> new NewDelivery(name, event.key(), type, payload, now))
                .toList();
    }

    private Buffer newBuffer() {
        var buffer = new Buffer();
        transaction.atEnd(buffer::write, () -> committed.accept(buffer.kept));
        return buffer;
    }

    /** The rows of one transaction. */
    private final class Buffer {

        private final List<NewDelivery> kept = new ArrayList<>();
        private boolean written;

        void add(List<NewDelivery> rows) {
            kept.addAll(rows);
            if (written) {
                // Another's work at the end of the transaction fired it after ours was done.
                table.insert(rows);
            }
        }

        void write() {
            table.insert(kept);
            written = true;
        }
    }
}
