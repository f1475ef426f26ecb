package io.rapport.enrichment.internal;

import io.rapport.spi.SessionField;
import io.rapport.spi.ValueType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what plugins supply into text that can be stored; throws IllegalArgumentException, with the reason, otherwise. */
final class ValueText {

    private static final int LONGEST_FIELD = 200;
    private static final int LONGEST_ATTRIBUTE_BYTES = 10_000;
    private static final int MOST_DIGITS = 100;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Set<String> DEVICE_TYPES = Set.of("desktop", "phone", "tablet", "bot", "other");

    private ValueText() {}

    static String ofSession(SessionField field, Object content) {
        String text = text(content);
        require(text.length() <= LONGEST_FIELD, "it is longer than " + LONGEST_FIELD + " characters.");
        if (field == SessionField.COUNTRY) {
            require(COUNTRY.matcher(text).matches(), "a country is a code of two capital letters.");
        }
        if (field == SessionField.DEVICE_TYPE) {
            require(DEVICE_TYPES.contains(text), "a device type is one of " + DEVICE_TYPES + ".");
        }
        return text;
    }

    static String of(ValueType type, Object content) {
        return switch (type) {
            case NUMBER -> number(content);
            case BOOLEAN -> truth(content);
            default -> attribute(content);
        };
    }

    private static String number(Object content) {
        require(content instanceof Number, "it is no number.");
        try {
            BigDecimal number = new BigDecimal(content.toString());
            require(
                    number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS,
                    "it has more than " + MOST_DIGITS + " digits.");
            return number.toPlainString();
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException("it is no decimal number.");
        }
    }

    private static String truth(Object content) {
        require(content instanceof Boolean, "it is neither true nor false.");
        return content.toString();
    }

    private static String attribute(Object content) {
        String text = text(content);
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        require(bytes <= LONGEST_ATTRIBUTE_BYTES, "it is longer than 10 kB.");
        return text;
    }

    private static String text(Object content) {
        require(content instanceof String, "it is no text.");
        String text = ((String) content).strip();
        require(!text.isEmpty(), "it is empty.");
        boolean storable =
                text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
        require(storable, "it holds a NUL or half a character.");
        return text;
    }

    private static void require(boolean fits, String reason) {
        if (!fits) {
            throw new IllegalArgumentException(reason);
        }
    }
}
