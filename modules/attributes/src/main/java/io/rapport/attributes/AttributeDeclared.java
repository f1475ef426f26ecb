package io.rapport.attributes;

import io.rapport.events.Actor;
import io.rapport.events.DomainEvent;
import io.rapport.events.Recorded;
import io.rapport.events.Subject;
import java.time.Instant;
import java.util.UUID;

/**
 * An attribute was declared: values that are there already are to be read by its type, some subjects at a time.
 *
 * @param definition the definition
 * @param subject whose attribute
 * @param attribute the attribute's key
 * @param after the subject after which to go on; null at the beginning
 * @param actor who did it
 * @param at when
 */
@Recorded("attributeDeclared")
public record AttributeDeclared(
        UUID definition, Subject.Kind subject, String attribute, UUID after, Actor actor, Instant at)
        implements DomainEvent {

    @Override
    public UUID key() {
        return definition;
    }
}
