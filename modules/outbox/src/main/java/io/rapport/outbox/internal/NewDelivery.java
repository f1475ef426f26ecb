package io.rapport.outbox.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * A row to be written with the transaction in which the event happened.
 *
 * @param observer who is to be told
 * @param key the subject
 * @param type the event's stored name and version
 * @param payload the event as JSON
 * @param due now, in microseconds, as PostgreSQL keeps it
 */
record NewDelivery(String observer, UUID key, EventType type, String payload, Instant due) {}
