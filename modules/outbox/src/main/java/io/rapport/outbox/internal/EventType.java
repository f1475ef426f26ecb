package io.rapport.outbox.internal;

import io.rapport.events.DomainEvent;
import io.rapport.events.Recorded;
import java.lang.reflect.Modifier;

/**
 * An event's stored name and version.
 *
 * @param name the name of {@link Recorded}
 * @param version its version, from 1
 */
record EventType(String name, int version) {

    /** The type of an event class; throws IllegalArgumentException when its rows could not be read back. */
    static EventType of(Class<? extends DomainEvent> event) {
        Recorded recorded = event.getAnnotation(Recorded.class);
        if (recorded == null || !event.isRecord() || !Modifier.isPublic(event.getModifiers())) {
            throw new IllegalArgumentException(
                    event.getName() + " is not a public record annotated @Recorded: it cannot be kept for delivery");
        }
        return new EventType(recorded.value(), recorded.version());
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }
}
