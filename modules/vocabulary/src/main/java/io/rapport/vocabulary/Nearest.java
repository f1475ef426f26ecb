package io.rapport.vocabulary;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the word that somebody may have meant, for 'did you mean'. */
final class Nearest {

    private static final int LONGEST = 100;

    private Nearest() {}

    /** The known word with the fewest edits, where they are few for its length. */
    static Optional<String> to(String typed, Stream<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        return known.map(word -> new Guess(word, edits(lower, word.toLowerCase(Locale.ROOT))))
                .filter(guess -> guess.edits <= Math.max(1, guess.word.length() / 3))
                .min(Comparator.comparingInt(Guess::edits))
                .map(Guess::word);
    }

    /** ' Did you mean …?' or nothing. */
    static String hint(Optional<String> nearest) {
        return nearest.map(word -> "; did you mean " + Quoted.text(word) + "?").orElse("");
    }

    private record Guess(String word, int edits) {}

    /** Levenshtein's distance, row by row. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
