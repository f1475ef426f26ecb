package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subject's attributes changed.
 *
 * @param subject whose
 * @param keys which attributes have another shown value now
 * @param actor who did it
 * @param at when
 */
@Recorded("attributesChanged")
public record AttributesChanged(Subject subject, List<String> keys, Actor actor, Instant at) implements DomainEvent {

    public AttributesChanged {
        keys = List.copyOf(keys);
    }

    @Override
    public UUID key() {
        return subject.id();
    }
}
