package io.rapport.outbox;

import io.rapport.events.DomainEvent;

/**
 * Work after commit that asks something slow outside: first fetch, then record. A CDI bean that implements it is found
 * by itself.
 *
 * @param <E> the event, a record annotated {@link io.rapport.events.Recorded}
 * @param <R> what was fetched
 */
public interface TwoStep<E extends DomainEvent, R> {

    /** The stored name, under the same rules as {@link AfterCommit#value()}; never null, always the same. */
    String name();

    /** The event that calls for it; never null. */
    Class<E> event();

    /**
     * Asks outside, in no transaction. May be called more than once for an event: after an exception, after a crash, or
     * when it takes longer than {@code rapport.outbox.lease}; then it is another's, and what comes late is not recorded.
     * May return null.
     *
     * @throws NotYet when there is no sense in asking now, which is no failure
     */
    R fetch(E event);

    /**
     * Keeps what was fetched, in a transaction of the outbox; happens exactly once for an event. An exception takes its
     * effects back, and both steps are done again later.
     *
     * @param result what {@link #fetch} returned, possibly null
     */
    void record(E event, R result);
}
