package io.rapport.outbox.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * A row that waits: one event for one observer.
 *
 * @param id its place in the order
 * @param observer who is to be told
 * @param key the subject; one at a time and in order per observer and key
 * @param type the event's stored name and version
 * @param payload the event as JSON
 * @param attempts failed attempts so far
 * @param due not before
 */
record Delivery(long id, String observer, UUID key, EventType type, String payload, int attempts, Instant due) {

    /** From where to look on when this one is done: what waited behind it may have been due before it was tried again. */
    Instant lookFrom() {
        return attempts == 0 ? due : Instant.EPOCH;
    }
}
