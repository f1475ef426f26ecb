package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbException;

/** Writes events as JSON and reads them back. */
final class EventFormat {

    private final Jsonb jsonb;

    EventFormat(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    String write(DomainEvent event) {
        return jsonb.toJson(event);
    }

    /** The event of a row, as the class that its observer expects; throws {@link Undeliverable} when it is not one. */
    <E extends DomainEvent> E read(Delivery delivery, Class<E> expected) {
        EventType known = EventType.of(expected);
        if (!known.equals(delivery.type())) {
            throw new Undeliverable(
                    "%s does not know the event %s; it knows %s".formatted(delivery.observer(), delivery.type(), known),
                    null);
        }
        try {
            return jsonb.fromJson(delivery.payload(), expected);
        } catch (JsonbException | IllegalArgumentException unreadable) {
            throw new Undeliverable("The event %s cannot be read back".formatted(delivery.type()), unreadable);
        }
    }
}
