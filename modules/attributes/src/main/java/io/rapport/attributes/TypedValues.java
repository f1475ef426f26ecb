package io.rapport.attributes;

import io.rapport.attributes.internal.Amounts;
import io.rapport.attributes.internal.Times;
import io.rapport.attributes.internal.ValueParser;
import io.rapport.attributes.internal.ValueText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Tells before anything is kept whether a value fits its attribute: the rules of {@link AttributeValues#offer}. */
public final class TypedValues {

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
