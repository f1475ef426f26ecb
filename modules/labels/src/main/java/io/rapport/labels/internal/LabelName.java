package io.rapport.labels.internal;

import io.rapport.access.TextRules;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The name of a label: shown as typed, compared without case.
 *
 * @param typed after NFC and trimming
 * @param folded what names are compared by
 * @param scope what stands before the last {@code ::}, folded; null where there is none
 */
record LabelName(String typed, String folded, String scope) {

    /** In code points. */
    static final int LONGEST = 100;

    private static final String SEPARATOR = "::";

    /** The name that was typed; ask {@link #fault} first. */
    static LabelName of(String raw) {
        String typed = tidy(raw);
        int end = typed.lastIndexOf(SEPARATOR);
        return new LabelName(typed, fold(typed), end < 0 ? null : fold(typed.substring(0, end)));
    }

    /** What is wrong with a name, a short sentence; empty when nothing is. */
    static Optional<String> fault(String raw) {
        if (raw == null || tidy(raw).isEmpty()) {
            return Optional.of("is required");
        }
        String typed = tidy(raw);
        if (TextRules.length(typed) > LONGEST) {
            return Optional.of("must have 1 to " + LONGEST + " characters");
        }
        return TextRules.faultOfLine(typed).or(() -> faultOfParts(typed));
    }

    /** What names are compared by: both mappings of case, since some letters differ in only one of them. */
    static String fold(String raw) {
        return tidy(tidy(raw).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> faultOfParts(String typed) {
        boolean empty = Arrays.stream(typed.split(SEPARATOR, -1)).anyMatch(LabelName::isBlank)
                || isBlank(typed.substring(typed.lastIndexOf(SEPARATOR) + SEPARATOR.length()));
        return typed.contains(SEPARATOR) && empty
                ? Optional.of("must have something on both sides of ::")
                : Optional.empty();
    }

    private static boolean isBlank(String part) {
        return tidy(part).isEmpty();
    }

    /** NFC without white space around it, spaces that do not break included. */
    private static String tidy(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
