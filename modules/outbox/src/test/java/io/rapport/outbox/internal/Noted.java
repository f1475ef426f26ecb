package io.rapport.outbox.internal;

import io.rapport.events.Actor;
import io.rapport.events.DomainEvent;
import io.rapport.events.Recorded;
import java.time.Instant;
import java.util.UUID;

/** An event of the tests: something numbered happened to a subject. */
@Recorded("noted")
public record Noted(UUID key, int number, Actor actor, Instant at) implements DomainEvent {

    static Noted of(UUID key, int number) {
        return new Noted(key, number, Actor.system(), Instant.parse("2026-03-01T10:00:00Z"));
    }
}
