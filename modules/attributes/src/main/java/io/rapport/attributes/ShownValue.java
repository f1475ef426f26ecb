package io.rapport.attributes;

import io.rapport.attributes.internal.ValueVersion;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import java.time.Instant;

/**
 * The value of an attribute that won the ladder.
 *
 * @param key the attribute's key
 * @param value by its type String, BigDecimal, Boolean, {@link Money}, LocalDate, Instant or a list of String; text where it
 *     is undeclared or unparsed; null: an agent removed it and that stands
 * @param source where it came from
 * @param sourceId which instance of the source
 * @param setBy who set it, as they were at the time
 * @param setAt the source's own time
 * @param pinned held by an agent against stronger sources
 * @param estimated a guess of a provider
 * @param unverified found by a key that nobody verified
 * @param unparsed kept as typed, since it is no value of its type
 * @param declared whether a definition exists
 * @param others how many other sources have a value too
 */
public record ShownValue(
        String key,
        Object value,
        Source source,
        String sourceId,
        Actor setBy,
        Instant setAt,
        boolean pinned,
        boolean estimated,
        boolean unverified,
        boolean unparsed,
        boolean declared,
        int others) {

    /** Names this value of the attribute, for optimistic locking of edits: another value has another version. */
    public String version() {
        return ValueVersion.of(source, sourceId, value, setAt, pinned);
    }
}
