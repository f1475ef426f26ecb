package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import java.util.function.Consumer;

/**
 * Somebody who is told of an event in a transaction.
 *
 * @param name the stored name
 * @param event the event's class
 * @param action takes the event; an exception means: again later
 */
record Observer(String name, Class<? extends DomainEvent> event, Consumer<DomainEvent> action) {}
