package io.rapport.attributes.internal;

import io.rapport.access.TextRules;
import io.rapport.attributes.AttributeDefinition;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes typed values of what JSON or a form says; pure. The same rules hold whatever the source. */
public final class ValueParser {

    /** The longest value, in bytes of UTF-8. */
    static final int MOST_BYTES = 10_240;

    /** The longest name of a contact, in code points. */
    static final int LONGEST_NAME = 255;

    private static final int MOST_DIGITS = 38;
    private static final int MOST_DECIMALS = 20;
    private static final int LONGEST_NUMBER = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private ValueParser() {}

    /**
     * The value of a declared attribute.
     *
     * @param raw String, Number or Boolean, neither null nor blank; anything else is refused
     * @param phoneRegion ISO 3166 code of the country whose numbers may stand without a country code; may be null
     */
    public static Parsed parse(AttributeDefinition definition, Object raw, String phoneRegion) {
        Parsed text = text(raw);
        if (text.fault() != null) {
            return text;
        }
        String typed = (String) text.value();
        return switch (definition.type()) {
            case TEXT -> definition.builtIn() && definition.key().equals(BuiltIns.NAME) ? name(typed) : text;
            case NUMBER -> raw instanceof Boolean ? noNumber() : number(typed);
            case BOOLEAN -> truth(typed);
            case LIST -> option(definition, typed);
            case EMAIL -> TextRules.isEmail(typed) ? Parsed.as(typed) : Parsed.refused("must be an e-mail address");
            case PHONE -> PhoneNumbers.parse(typed, phoneRegion);
        };
    }

    /** The value of an undeclared attribute: text, whatever came. */
    static Parsed text(Object raw) {
        if (!(raw instanceof String || raw instanceof Number || raw instanceof Boolean)) {
            return Parsed.refused("must be text, a number, true or false");
        }
        String text = TextRules.withPlainLineEnds(plain(raw)).strip();
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Parsed.refused("must not be longer than 10 kB");
        }
        return TextRules.faultOfLines(text).map(Parsed::refused).orElseGet(() -> Parsed.as(text));
    }

    /** Numbers as people write them: without an exponent while that is short. */
    private static String plain(Object raw) {
        return raw instanceof BigDecimal number && Math.abs((long) number.scale()) <= MOST_DIGITS
                ? number.toPlainString()
                : raw.toString();
    }

    private static Parsed name(String text) {
        if (TextRules.length(text) > LONGEST_NAME) {
            return Parsed.refused("must not have more than " + LONGEST_NAME + " characters");
        }
        return TextRules.faultOfLine(text).map(Parsed::refused).orElseGet(() -> Parsed.as(text));
    }

    private static Parsed number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return noNumber();
        }
        BigDecimal number = new BigDecimal(text);
        BigDecimal shortest = number.stripTrailingZeros();
        if (shortest.scale() > MOST_DECIMALS || (long) shortest.precision() - shortest.scale() > MOST_DIGITS) {
            return Parsed.refused("must have at most " + MOST_DIGITS + " digits and " + MOST_DECIMALS + " decimals");
        }
        return Parsed.as(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    private static Parsed noNumber() {
        return Parsed.refused("must be a number such as 1234.5");
    }

    private static Parsed truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Parsed.as(Boolean.TRUE);
            case "false", "no", "off" -> Parsed.as(Boolean.FALSE);
            default -> Parsed.refused("must be true or false");
        };
    }

    private static Parsed option(AttributeDefinition definition, String text) {
        String wanted = comparable(text);
        return definition.options().stream()
                .filter(option -> comparable(option).equals(wanted))
                .findFirst()
                .map(Parsed::as)
                .orElseGet(() -> Parsed.refused("must be one of the options"));
    }

    /** Options compare after NFC and trimming. */
    static String comparable(String option) {
        return Normalizer.normalize(option, Normalizer.Form.NFC).strip();
    }
}
