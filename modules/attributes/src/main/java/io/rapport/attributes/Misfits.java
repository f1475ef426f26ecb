package io.rapport.attributes;

/**
 * Values that would not fit a definition.
 *
 * @param count how many, at most 1,000
 * @param more whether there are, or may be, more of them
 */
public record Misfits(int count, boolean more) {}
