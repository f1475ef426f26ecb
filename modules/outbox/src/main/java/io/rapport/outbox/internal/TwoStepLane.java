package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.TwoStep;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Delivers one row at a time: fetches outside any transaction under a lease, then records in one. */
final class TwoStepLane implements Lane {

    private static final Logger LOG = System.getLogger("io.rapport.outbox");

    private final Observers observers;
    private final EventFormat format;
    private final LeaseTable table;
    private final Failures failures;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration lease;
    private final Signals signals = new Signals();

    TwoStepLane(
            Observers observers,
            EventFormat format,
            LeaseTable table,
            Failures failures,
            Transactions transactions,
            Clock clock,
            Duration lease) {
        this.observers = observers;
        this.format = format;
        this.table = table;
        this.failures = failures;
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    public Set<String> observers() {
        return observers.namesInTwoSteps();
    }

    @Override
    public Signals signals() {
        return signals;
    }

    @Override
    public void work(Signals.Turn turn, String worker) {
        Optional<Delivery> taken = take(turn, worker);
        if (taken.isEmpty()) {
            return;
        }
        Delivery delivery = taken.get();
        signals.another(turn.observer(), delivery.lookFrom());
        try {
            deliver(delivery, observers.inTwoSteps(delivery.observer()), worker);
        } catch (Throwable failure) { // LinkageError and the like included: no plugin may stop a worker
            failures.note(delivery, worker, failure);
        }
        // Rows that came behind this one could not be claimed as long as it stood before them.
        signals.signal(turn.observer(), delivery.lookFrom());
    }

    private Optional<Delivery> take(Signals.Turn turn, String worker) {
        Instant now = clock.instant();
        Optional<Delivery> taken =
                transactions.call(() -> table.take(turn.observer(), worker, turn.from(), now, now.plus(lease)));
        signals.nothingBefore(turn, taken.map(Delivery::lookFrom).orElse(now));
        return taken;
    }

    private <E extends DomainEvent, R> void deliver(Delivery delivery, TwoStep<E, R> observer, String worker) {
        E event = format.read(delivery, observer.event());
        R result = observer.fetch(event);
        transactions.run(() -> {
            if (table.delete(delivery.id(), worker)) {
                observer.record(event, result);
            } else {
                LOG.log(
                        Level.INFO,
                        "Delivery {0} to {1} took longer than its lease; another worker has it now",
                        Long.toString(delivery.id()),
                        delivery.observer());
            }
        });
    }
}
