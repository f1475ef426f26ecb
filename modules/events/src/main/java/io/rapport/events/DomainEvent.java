package io.rapport.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, told by the module that owns it. An immutable record of ids and values, never an entity;
 * fired with CDI inside the transaction in which it happens.
 */
public interface DomainEvent {

    /** Whose events stand in one order: the subject's id. Never null. */
    UUID key();

    /** When it happened, in UTC. Never null. */
    Instant at();

    /** Who did it. Never null. */
    Actor actor();
}
