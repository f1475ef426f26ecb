package io.rapport.attributes.internal;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import java.time.Instant;

/**
 * The current value of one attribute from one instance of a source.
 *
 * @param key the attribute
 * @param source what sort of source
 * @param sourceId which instance of it
 * @param value String, BigDecimal, Boolean, Money or a list of String; null: an agent removed it, and that stands
 * @param setBy who set it, as they were at the time
 * @param at the source's own time
 * @param pinned held by an agent against stronger sources
 * @param estimated a guess
 * @param unverified found by a key that nobody verified
 * @param unparsed kept as typed
 * @param winner whether it is the shown one
 */
record SourceValue(
        String key,
        Source source,
        String sourceId,
        Object value,
        Actor setBy,
        Instant at,
        boolean pinned,
        boolean estimated,
        boolean unverified,
        boolean unparsed,
        boolean winner) {

    /** What there is one current value of. */
    record Slot(String key, Source source, String sourceId) {}

    Slot slot() {
        return new Slot(key, source, sourceId);
    }

    String version() {
        return ValueVersion.of(source, sourceId, value, at, pinned);
    }

    SourceValue held(boolean pin) {
        return pin == pinned
                ? this
                : new SourceValue(
                        key, source, sourceId, value, setBy, at, pin, estimated, unverified, unparsed, winner);
    }

    SourceValue as(boolean shown) {
        return shown == winner
                ? this
                : new SourceValue(
                        key, source, sourceId, value, setBy, at, pinned, estimated, unverified, unparsed, shown);
    }

    SourceValue pinnedLike(SourceValue before) {
        return new SourceValue(
                key, source, sourceId, value, setBy, at, before.pinned, estimated, unverified, unparsed, before.winner);
    }
}
