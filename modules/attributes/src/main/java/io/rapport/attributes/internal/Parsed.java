package io.rapport.attributes.internal;

/**
 * What became of a raw value.
 *
 * @param value String, BigDecimal, Boolean, Money or a list of String; null when there is a fault
 * @param unparsed whether it is kept as typed, though it is no value of its type
 * @param fault what forbids it, a short sentence without the value; null when nothing does
 */
public record Parsed(Object value, boolean unparsed, String fault) {

    static Parsed as(Object value) {
        return new Parsed(value, false, null);
    }

    static Parsed asTyped(String text) {
        return new Parsed(text, true, null);
    }

    static Parsed refused(String fault) {
        return new Parsed(null, false, fault);
    }
}
