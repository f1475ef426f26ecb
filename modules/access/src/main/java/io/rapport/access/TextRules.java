package io.rapport.access;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What text must be like before any part of the product keeps it: storable by PostgreSQL (no NUL), valid Unicode (no
 * lone surrogates), and free of control characters, which only disturb whoever reads it.
 */
public final class TextRules {

    /** The longest e-mail address that can be delivered to (RFC 5321, section 4.5.3.1), in code points. */
    public static final int LONGEST_EMAIL = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(?:\\.[^\\s@.]+)*");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    private TextRules() {}

    /**
     * What forbids this text in one line; empty when nothing does.
     *
     * @param text never null, may be empty
     */
    public static Optional<String> faultOfLine(String text) {
        return fault(text, "");
    }

    /**
     * What forbids this text in several lines, where tabs and {@code \n} may stand; empty when nothing does.
     *
     * @param text never null, may be empty
     */
    public static Optional<String> faultOfLines(String text) {
        return fault(text, "\n\t");
    }

    /** Whether it looks like an e-mail address: as lenient as browsers are, international ones included. */
    public static boolean isEmail(String text) {
        return length(text) <= LONGEST_EMAIL
                && EMAIL.matcher(text).matches()
                && faultOfLine(text).isEmpty();
    }

    /** The length that limits speak of: in code points, as PostgreSQL counts. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The same text with every line end as {@code \n}. */
    public static String withPlainLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll("\n");
    }

    private static Optional<String> fault(String text, String allowedControls) {
        return text.codePoints()
                .mapToObj(point -> fault(point, allowedControls))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(int point, String allowedControls) {
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            return Optional.of("must be valid Unicode (half of a surrogate pair stands alone)");
        }
        if (Character.isISOControl(point) && allowedControls.indexOf(point) < 0) {
            return Optional.of("must not contain control characters");
        }
        return Optional.empty();
    }
}
