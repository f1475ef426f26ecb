package io.rapport.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A subject's attributes changed, or what is still owed of them.
 *
 * @param subject whose
 * @param changes which attributes show another value now, or the same one held by an agent or let go; none where only less
 *     is owed
 * @param actor who did it
 * @param at when
 */
@Recorded("attributesChanged")
public record AttributesChanged(Subject subject, List<AttributeChange> changes, Actor actor, Instant at)
        implements DomainEvent {

    public AttributesChanged {
        changes = List.copyOf(changes);
    }

    @Override
    public UUID key() {
        return subject.id();
    }
}
