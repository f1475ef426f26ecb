package io.rapport.events;

/**
 * One value from a provider.
 *
 * @param key a closed session field or an attribute key
 * @param value as text; null: the provider says there is none
 * @param estimated a guess, to be marked as one
 * @param unverified found by a key that nobody verified
 */
public record SuppliedValue(String key, String value, boolean estimated, boolean unverified) {}
