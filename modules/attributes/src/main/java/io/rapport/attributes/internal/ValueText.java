package io.rapport.attributes.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Values as text, from which {@link ValueParser} makes the same values again. */
public final class ValueText {

    private ValueText() {}

    /** The text; options of a multiple list on a line each, money with its currency before it; null for null. */
    public static String of(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(Objects::toString).collect(Collectors.joining("\n"));
        }
        if (value instanceof Map<?, ?> money && money.containsKey("currency")) {
            return money.get("currency") + " " + of(money.get("amount"));
        }
        return Objects.toString(value, null);
    }
}
