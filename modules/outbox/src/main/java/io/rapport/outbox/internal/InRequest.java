package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.TwoStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.function.Supplier;

/** Gives each delivery a request scope of its own, so that observers may use what a request may use. */
@ApplicationScoped
class InRequest {

    @ActivateRequestContext
    <T> T call(Supplier<T> work) {
        return work.get();
    }

    Observer wrap(Observer observer) {
        return new Observer(
                observer.name(),
                observer.event(),
                observer.atOnce(),
                events -> call(() -> {
                    observer.action().accept(events);
                    return null;
                }));
    }

    <E extends DomainEvent, R> TwoStep<E, R> wrap(TwoStep<E, R> observer) {
        InRequest request = this;
        return new TwoStep<>() {
            @Override
            public String name() {
                return observer.name();
            }

            @Override
            public Class<E> event() {
                return observer.event();
            }

            @Override
            public R fetch(E event) {
                return request.call(() -> observer.fetch(event));
            }

            @Override
            public void record(E event, R result) {
                request.call(() -> {
                    observer.record(event, result);
                    return null;
                });
            }
        };
    }
}
