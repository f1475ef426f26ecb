package io.rapport.attributes;

import io.rapport.attributes.internal.Amounts;
import io.rapport.attributes.internal.Times;
import io.rapport.attributes.internal.ValueParser;
import io.rapport.attributes.internal.ValueText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What goes for values outside of {@link AttributeValues}: whether one fits before anything is kept, how one is told. */
public final class TypedValues {

    /** As many significant digits as any decimal keeps that goes through an IEEE 754 double. */
    private static final int EXACT_DIGITS = 15;

    private TypedValues() {}

    /**
     * What forbids a value; empty when nothing does.
     *
     * @param value String, Number, Boolean, a map or a list, neither null nor blank
     * @param phoneRegion ISO 3166 code of the country whose phone numbers may stand without a country code; may be null
     */
    public static Optional<String> faultOf(AttributeDefinition definition, Object value, String phoneRegion) {
        return Optional.ofNullable(
                ValueParser.parse(definition, value, phoneRegion).fault());
    }

    /**
     * A value as the API tells it: a number that readers of JSON would round as text, all others as they are.
     *
     * @param value as {@link ShownValue} has it; null is answered as null
     */
    public static Object told(Object value) {
        return value instanceof BigDecimal number && digits(number) > EXACT_DIGITS ? number.toPlainString() : value;
    }

    /** Written out: zeros before the decimal sign count, those behind it do not. */
    private static int digits(BigDecimal number) {
        return Math.max(number.precision(), number.precision() - number.scale());
    }

    /**
     * A value as text that is worth the same value when it is offered: {@code EUR 12.50}, options on a line each.
     *
     * @param value typed, or as JSON says it
     */
    public static String textOf(Object value) {
        return ValueText.of(value);
    }

    /** Money of its text, {@code EUR 12.50}; empty where it is none. */
    public static Optional<Money> money(String text) {
        return Optional.ofNullable((Money) Amounts.parse(text).value());
    }

    /** The day of a text of ISO 8601; empty where it is none. */
    public static Optional<LocalDate> day(String text) {
        return Optional.ofNullable((String) Times.day(text).value()).map(LocalDate::parse);
    }

    /** The moment of a text of ISO 8601 with an offset, to the microsecond; empty where it is none. */
    public static Optional<Instant> moment(String text) {
        return Optional.ofNullable((String) Times.moment(text).value()).map(Instant::parse);
    }
}
