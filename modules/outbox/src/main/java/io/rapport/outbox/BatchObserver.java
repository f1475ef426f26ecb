package io.rapport.outbox;

import io.rapport.events.DomainEvent;
import java.util.List;

/**
 * An observer after commit that takes several events at once, where a few statements for all of them cost far less than
 * the same for each. A CDI bean that implements it is found by itself. All else is as with {@link AfterCommit}.
 *
 * @param <E> the event, a record annotated {@link io.rapport.events.Recorded}
 */
public interface BatchObserver<E extends DomainEvent> {

    /** The stored name, under the same rules as {@link AfterCommit#value()}; never null, always the same. */
    String name();

    /** The event that it learns of; never null. */
    Class<E> event();

    /**
     * Takes events in a transaction of the outbox, exactly once each. An exception takes back the effects of all of them;
     * they then come again one by one, so that one that cannot be taken holds up no other.
     *
     * @param events at least one, those of one subject in the order in which they happened
     */
    void take(List<E> events);
}
