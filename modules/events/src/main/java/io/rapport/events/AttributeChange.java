package io.rapport.events;

/**
 * An attribute that shows another value now, or is held or let go by an agent.
 *
 * @param key the attribute's key
 * @param value the value as text; null: it shows none any more
 */
public record AttributeChange(String key, String value) {}
