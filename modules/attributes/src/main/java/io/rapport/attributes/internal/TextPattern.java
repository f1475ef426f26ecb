package io.rapport.attributes.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * The patterns that texts of an attribute must match, in the syntax of RE2: matching takes time in proportion to the
 * text's length, whatever the pattern.
 */
final class TextPattern {

    /** The longest pattern, in characters. */
    static final int LONGEST = 200;

    /** The most instructions that a pattern may compile to: with the longest value a tenth of a second. */
    private static final int LARGEST_PROGRAM = 1_000;

    /** RE2 writes repetitions out, those within others many times over: beyond this, compiling would fill the memory. */
    private static final BigInteger MOST_REPETITIONS = BigInteger.valueOf(10_000);

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{(?:\\d{1,10},)?(\\d{1,10}),?\\}");

    private TextPattern() {}

    /** What forbids a pattern; empty when nothing does. */
    static Optional<String> faultOf(String pattern) {
        if (pattern.length() > LONGEST) {
            return Optional.of("must have at most " + LONGEST + " characters");
        }
        if (repetitions(pattern).compareTo(MOST_REPETITIONS) > 0) {
            return Optional.of("repeats too much: its counts in braces make more than " + MOST_REPETITIONS);
        }
        try {
            return Pattern.compile(pattern).programSize() > LARGEST_PROGRAM
                    ? Optional.of("is too large: write it with fewer repetitions")
                    : Optional.empty();
        } catch (PatternSyntaxException wrong) {
            return Optional.of("is no pattern of RE2: " + wrong.getDescription());
        }
    }

    /** Whether the whole of a text matches a pattern that has no fault. */
    static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matches(text);
    }

    /** The counts multiplied, as if each stood within the others. */
    private static BigInteger repetitions(String pattern) {
        return REPETITION
                .matcher(pattern)
                .results()
                .map(TextPattern::count)
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static BigInteger count(MatchResult repetition) {
        return new BigInteger(repetition.group(1)).max(BigInteger.ONE);
    }
}
