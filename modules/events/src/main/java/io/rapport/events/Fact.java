package io.rapport.events;

/**
 * What a condition read.
 *
 * @param field the field, e.g. message.text
 * @param value its value as text at the time; null when nothing was known, and for messages, which are kept by reference
 * @param message the message it was read from; null for other fields
 */
public record Fact(String field, String value, MessageId message) {}
