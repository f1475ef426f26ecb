package io.rapport.enrichment.internal;

import io.rapport.events.SuppliedValue;
import io.rapport.spi.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * A value that a plugin found, checked and copied into the JDK's own types.
 *
 * @param subject what it is about
 * @param key a session's field or an attribute's key, as declared
 * @param text the value as text: numbers in plain decimal notation, booleans as true and false
 * @param estimated whether it is an estimate
 * @param unverified whether it was found by an identifier that nobody has proven
 * @param time since when the source has held it; never in the future
 */
record FoundValue(Subject subject, String key, String text, boolean estimated, boolean unverified, Instant time) {

    /** What other modules are told of a key; null stands for nothing found. */
    static SuppliedValue supplied(String key, Optional<FoundValue> found) {
        return found.map(value -> new SuppliedValue(key, value.text, value.estimated, value.unverified))
                .orElseGet(() -> new SuppliedValue(key, null, false, false));
    }
}
