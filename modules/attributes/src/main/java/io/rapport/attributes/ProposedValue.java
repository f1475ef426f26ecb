package io.rapport.attributes;

/**
 * A value that a source offers.
 *
 * @param key the attribute's key, checked by the receiver
 * @param value String, Number, Boolean, a map or a list as it came; null removes (an agent's removal stands as 'empty')
 * @param estimated a guess
 * @param unverified found by a key that nobody verified
 */
public record ProposedValue(String key, Object value, boolean estimated, boolean unverified) {

    public static ProposedValue of(String key, Object value) {
        return new ProposedValue(key, value, false, false);
    }
}
