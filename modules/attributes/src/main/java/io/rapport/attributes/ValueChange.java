package io.rapport.attributes;

import io.rapport.events.Actor;
import io.rapport.events.Source;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A change of an attribute's shown value, or of what holds it.
 *
 * @param id names the change; later ones have greater ids (RFC 9562, version 7)
 * @param key the attribute
 * @param action what was done
 * @param before String, BigDecimal or Boolean; null for none
 * @param after likewise; the same as before where only the hold on it changed
 * @param source the sort of source that did it
 * @param by who did it, as they were at the time
 * @param at when it was kept
 */
public record ValueChange(
        UUID id, String key, Action action, Object before, Object after, Source source, Actor by, Instant at) {

    /** What changes a shown value. */
    public enum Action {
        /** A source set or withdrew a value. */
        SET,
        /** An agent held one source's value against the others. */
        PINNED,
        /** An agent let the sources decide again. */
        RELEASED;

        /** The word that the API and the database use. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The action of a token as {@link #token()} writes it; throws IllegalArgumentException for another word. */
        public static Action of(String token) {
            return valueOf(token.toUpperCase(Locale.ROOT));
        }
    }
}
