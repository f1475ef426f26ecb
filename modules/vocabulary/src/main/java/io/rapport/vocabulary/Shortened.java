package io.rapport.vocabulary;

/** What somebody sent, short enough to be told back. */
final class Shortened {

    private static final int LONGEST = 60;

    private Shortened() {}

    static String text(String text) {
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return (end < text.length() ? text.substring(0, end) + "…" : text).replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
    }

    static String quoted(String text) {
        return Quoted.text(text(text));
    }
}
