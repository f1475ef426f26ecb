package io.rapport.outbox.internal;

import io.rapport.outbox.OutboxCard;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code GET /outbox} answers.
 *
 * @param pending up to 10,000
 * @param stuck up to 10,000
 * @param items deliveries in trouble
 * @param next the cursor of the next page; null on the last
 */
@Schema(requiredProperties = {"pending", "stuck", "items"})
public record OutboxPage(int pending, int stuck, List<OutboxCard> items, String next) {}
