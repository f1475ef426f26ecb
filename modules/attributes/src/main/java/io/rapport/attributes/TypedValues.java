package io.rapport.attributes;

import io.rapport.attributes.internal.ValueParser;
import java.math.BigDecimal;
import java.util.Optional;

/** What goes for values outside of {@link AttributeValues}: whether one fits before anything is kept, how one is told. */
public final class TypedValues {

    /** As many significant digits as any decimal keeps that goes through an IEEE 754 double. */
    private static final int EXACT_DIGITS = 15;

    private TypedValues() {}

    /**
     * What forbids a value; empty when nothing does.
     *
     * @param value String, Number or Boolean, neither null nor blank
     * @param phoneRegion ISO 3166 code of the country whose phone numbers may stand without a country code; may be null
     */
    public static Optional<String> faultOf(AttributeDefinition definition, Object value, String phoneRegion) {
        return Optional.ofNullable(
                ValueParser.parse(definition, value, phoneRegion).fault());
    }

    /**
     * A value as the API tells it: a number that readers of JSON would round as text, all others as they are.
     *
     * @param value String, BigDecimal or Boolean; null is answered as null
     */
    public static Object told(Object value) {
        return value instanceof BigDecimal number && digits(number) > EXACT_DIGITS ? number.toPlainString() : value;
    }

    /** Written out: zeros before the decimal sign count, those behind it do not. */
    private static int digits(BigDecimal number) {
        return Math.max(number.precision(), number.precision() - number.scale());
    }
}
