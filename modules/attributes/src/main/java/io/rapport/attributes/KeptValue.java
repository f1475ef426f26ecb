package io.rapport.attributes;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import java.time.Instant;

/**
 * What one instance of a source says of an attribute at present, shown or not.
 *
 * @param source what sort of source
 * @param sourceId which instance of it
 * @param value String, BigDecimal or Boolean; null: an agent removed it and that stands
 * @param setBy who set it, as they were at the time
 * @param setAt the source's own time
 * @param pinned held by an agent against stronger sources
 * @param estimated a guess
 * @param unverified found by a key that nobody verified
 * @param unparsed kept as typed, since it is no value of its type
 * @param shown whether it is the one that is shown
 */
public record KeptValue(
        Source source,
        String sourceId,
        Object value,
        Actor setBy,
        Instant setAt,
        boolean pinned,
        boolean estimated,
        boolean unverified,
        boolean unparsed,
        boolean shown) {}
