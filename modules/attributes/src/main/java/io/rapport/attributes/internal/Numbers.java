package io.rapport.attributes.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Makes decimal numbers of what people and programs write. */
final class Numbers {

    private static final int MOST_DIGITS = 38;
    private static final int MOST_DECIMALS = 20;
    private static final int LONGEST = 64;
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private Numbers() {}

    /** The number without needless zeros. */
    static Parsed parse(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return none();
        }
        BigDecimal shortest = new BigDecimal(text).stripTrailingZeros();
        if (shortest.scale() > MOST_DECIMALS || (long) shortest.precision() - shortest.scale() > MOST_DIGITS) {
            return Parsed.refused("must have at most " + MOST_DIGITS + " digits and " + MOST_DECIMALS + " decimals");
        }
        return Parsed.as(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
    }

    /** The number before a per cent sign, which may be absent. */
    static Parsed percent(String text) {
        Parsed number =
                parse(text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text);
        return number.equals(none()) ? Parsed.refused("must be a per cent number such as 12.5") : number;
    }

    static Parsed none() {
        return Parsed.refused("must be a number such as 1234.5");
    }

    /** Numbers as people write them: without an exponent while that is short. */
    static String plain(Object raw) {
        return raw instanceof BigDecimal number && Math.abs((long) number.scale()) <= MOST_DIGITS
                ? number.toPlainString()
                : raw.toString();
    }
}
