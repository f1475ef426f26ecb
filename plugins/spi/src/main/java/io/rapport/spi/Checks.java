package io.rapport.spi;

import java.util.regex.Pattern;

/** The checks that what a plugin says about itself must pass, each with a message for its author. */
final class Checks {

    private Checks() {}

    static String matching(Pattern pattern, String value, String what) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("The " + what + " must match " + pattern + ", not '" + value + "'.");
        }
        return value;
    }

    static String text(String value, int longest, String what) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException("The " + what + " must have 1 to " + longest + " characters.");
        }
        return value;
    }
}
