package io.rapport.outbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A delivery in trouble, as operators see it: it failed at least once, or it is stuck.
 *
 * @param id names the row
 * @param observer who is to be told
 * @param event the event's stored name
 * @param key the subject whose later events wait behind this one for the same observer
 * @param attempts failed attempts so far, from 0
 * @param nextAttempt when it is tried again at the earliest; null: stuck, not before somebody asks for it
 * @param lastError what went wrong last, in one line; null where it was never tried
 */
@Schema(requiredProperties = {"id", "observer", "event", "key", "attempts"})
public record OutboxCard(
        long id, String observer, String event, UUID key, int attempts, Instant nextAttempt, String lastError) {}
