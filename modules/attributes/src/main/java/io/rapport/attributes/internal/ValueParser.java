package io.rapport.attributes.internal;

import io.rapport.access.TextRules;
import io.rapport.attributes.AttributeDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/** Makes typed values of what JSON or a form says; pure. The same rules hold whatever the source. */
public final class ValueParser {

    /** The longest value, in bytes of UTF-8. */
    static final int MOST_BYTES = 10_240;

    /** The longest name of a contact, in code points. */
    static final int LONGEST_NAME = 255;

    private ValueParser() {}

    /**
     * The value of a declared attribute.
     *
     * @param raw String, Number or Boolean, of money and multiple lists also a map or list of JSON; neither null nor
     *     blank; anything else is refused
     * @param phoneRegion ISO 3166 code of the country whose numbers may stand without a country code; may be null
     */
    public static Parsed parse(AttributeDefinition definition, Object raw, String phoneRegion) {
        Parsed fitting = switch (definition.type()) {
            case CURRENCY -> Amounts.parse(raw);
            case MULTI_LIST -> Options.some(definition, raw);
            default -> scalar(definition, raw, phoneRegion);
        };
        boolean tooLong = fitting.fault() == null && bytes(ValueText.of(fitting.value())) > MOST_BYTES;
        return tooLong ? tooLong() : fitting;
    }

    private static Parsed scalar(AttributeDefinition definition, Object raw, String phoneRegion) {
        Parsed text = text(raw);
        if (text.fault() != null) {
            return text;
        }
        String typed = (String) text.value();
        return switch (definition.type()) {
            case TEXT -> text(definition, text);
            case NUMBER -> raw instanceof Boolean ? Numbers.none() : Numbers.parse(typed);
            case PERCENT -> Numbers.percent(typed);
            case DATE -> Times.day(typed);
            case DATE_TIME -> Times.moment(typed);
            case BOOLEAN -> truth(typed);
            case LIST -> Options.one(definition, typed);
            case LINK -> Links.parse(typed);
            case EMAIL -> TextRules.isEmail(typed) ? Parsed.as(typed) : Parsed.refused("must be an e-mail address");
            case PHONE -> PhoneNumbers.parse(typed, phoneRegion);
            case CURRENCY, MULTI_LIST -> throw new IllegalStateException("No scalar: " + definition.type());
        };
    }

    /** The value of an undeclared attribute: text, whatever came. */
    static Parsed text(Object raw) {
        if (!(raw instanceof String || raw instanceof Number || raw instanceof Boolean)) {
            return Parsed.refused("must be text, a number, true or false");
        }
        String text = TextRules.withPlainLineEnds(Numbers.plain(raw)).strip();
        if (bytes(text) > MOST_BYTES) {
            return tooLong();
        }
        return TextRules.faultOfLines(text).map(Parsed::refused).orElseGet(() -> Parsed.as(text));
    }

    /** Whether a source says that there is nothing. */
    static boolean isEmpty(Object raw) {
        return raw == null
                || raw instanceof String text && text.isBlank()
                || raw instanceof Collection<?> several && several.isEmpty();
    }

    private static Parsed text(AttributeDefinition definition, Parsed text) {
        String typed = (String) text.value();
        if (definition.builtIn() && definition.key().equals(BuiltIns.NAME)) {
            return name(typed);
        }
        return definition.pattern() == null || TextPattern.matches(definition.pattern(), typed)
                ? text
                : Parsed.refused("must match the pattern " + definition.pattern());
    }

    private static Parsed name(String text) {
        if (TextRules.length(text) > LONGEST_NAME) {
            return Parsed.refused("must not have more than " + LONGEST_NAME + " characters");
        }
        return TextRules.faultOfLine(text).map(Parsed::refused).orElseGet(() -> Parsed.as(text));
    }

    private static Parsed truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Parsed.as(Boolean.TRUE);
            case "false", "no", "off" -> Parsed.as(Boolean.FALSE);
            default -> Parsed.refused("must be true or false");
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Parsed tooLong() {
        return Parsed.refused("must not be longer than 10 kB");
    }
}
