package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.outbox.BatchObserver;
import java.util.List;
import java.util.function.Consumer;

/**
 * Somebody who is told of an event in a transaction.
 *
 * @param name the stored name
 * @param event the event's class
 * @param atOnce how many events it takes at once, at least 1
 * @param action takes events of that class; an exception means: again later
 */
record Observer(String name, Class<? extends DomainEvent> event, int atOnce, Consumer<List<DomainEvent>> action) {

    /** Somebody who is told of one event at a time. */
    static Observer ofEach(String name, Class<? extends DomainEvent> event, Consumer<DomainEvent> action) {
        return new Observer(name, event, 1, events -> events.forEach(action));
    }

    /** Somebody who takes several events at once. */
    static <E extends DomainEvent> Observer of(BatchObserver<E> observer) {
        Class<E> event = observer.event();
        return new Observer(
                observer.name(),
                event,
                Integer.MAX_VALUE,
                events -> observer.take(events.stream().map(event::cast).toList()));
    }
}
