package io.rapport.outbox.internal;

import io.rapport.outbox.BatchObserver;
import io.rapport.outbox.Outbox;
import io.rapport.outbox.TwoStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.bind.JsonbBuilder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Jdbi;

/** Puts the parts together for the container. */
@ApplicationScoped
class OutboxWiring {

    @Produces
    @Singleton
    OutboxSettings settings(Config config) {
        return OutboxSettings.of(config);
    }

    @Produces
    @Singleton
    Observers observers(
            AfterCommitExtension found,
            @Any Instance<BatchObserver<?>> batchObservers,
            @Any Instance<TwoStep<?, ?>> twoSteps,
            InRequest request) {
        List<Observer> inTransaction = new ArrayList<>(found.observers());
        batchObservers.forEach(observer -> inTransaction.add(Observer.of(observer)));
        List<TwoStep<?, ?>> wrapped = new ArrayList<>();
        for (TwoStep<?, ?> twoStep : twoSteps) {
            wrapped.add(request.wrap(twoStep));
        }
        return new Observers(inTransaction.stream().map(request::wrap).toList(), wrapped);
    }

    @Produces
    @Singleton
    EventFormat format() {
        return new EventFormat(JsonbBuilder.create());
    }

    @Produces
    @Singleton
    Recording recording(
            Observers observers,
            EventFormat format,
            Jdbi jdbi,
            BusinessTransaction transaction,
            Clock clock,
            Dispatcher dispatcher) {
        return new Recording(observers, format, new DeliveryTable(jdbi), transaction, clock, dispatcher::committed);
    }

    @Produces
    @Singleton
    Dispatcher dispatcher(
            Observers observers,
            EventFormat format,
            Jdbi jdbi,
            Transactions transactions,
            Clock clock,
            OutboxSettings settings) {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        var failures =
                new Failures(new FailureTable(jdbi), transactions, new Backoff(random), clock, settings.attempts());
        Map<Lane, Integer> lanes = new LinkedHashMap<>();
        lanes.put(
                new TransactionalLane(observers, format, new DeliveryTable(jdbi), failures, transactions, clock),
                settings.workers());
        lanes.put(
                new TwoStepLane(
                        observers, format, new LeaseTable(jdbi), failures, transactions, clock, settings.lease()),
                settings.twoStepWorkers());
        return new Dispatcher(lanes, new Upkeep(jdbi, clock, observers.names()), transactions);
    }

    @Produces
    @Singleton
    Outbox outbox(Jdbi jdbi, Transactions transactions, Clock clock, Dispatcher dispatcher, OutboxSettings settings) {
        return new StoredOutbox(jdbi, transactions, clock, dispatcher::retried, settings.lease());
    }
}
