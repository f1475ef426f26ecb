package io.rapport.vocabulary;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time that a moment may lie back: days, weeks, hours or minutes.
 *
 * @param count how many, 1 to 99,999
 * @param unit of what
 */
public record Span(int count, Unit unit) {

    private static final Pattern FORM = Pattern.compile("(PT?)([1-9]\\d{0,4})([DWHM])");

    /** What spans are counted in. */
    public enum Unit {
        MINUTE("PT", "M", "minute", Duration.ofMinutes(1)),
        HOUR("PT", "H", "hour", Duration.ofHours(1)),
        DAY("P", "D", "day", Duration.ofDays(1)),
        WEEK("P", "W", "week", Duration.ofDays(7));

        private final String prefix;
        private final String letter;
        private final String word;
        private final Duration length;

        Unit(String prefix, String letter, String word, Duration length) {
            this.prefix = prefix;
            this.letter = letter;
            this.word = word;
            this.length = length;
        }

        /** Whether it is made of whole days. */
        boolean isOfDays() {
            return prefix.equals("P");
        }
    }

    public Span {
        Objects.requireNonNull(unit, "unit");
    }

    /** Reads a duration of ISO 8601 in one unit: {@code P30D}, {@code P2W}, {@code PT12H}, {@code PT45M}. */
    static Optional<Span> read(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Arrays.stream(Unit.values())
                        .filter(unit -> unit.prefix.equals(form.group(1)) && unit.letter.equals(form.group(3)))
                        .findFirst()
                        .map(unit -> new Span(Integer.parseInt(form.group(2)), unit))
                : Optional.empty();
    }

    /** Its length in days of 24 hours. */
    BigDecimal days() {
        return BigDecimal.valueOf(unit.length.multipliedBy(count).toDays());
    }

    /** Its length in seconds. */
    BigDecimal seconds() {
        return BigDecimal.valueOf(unit.length.multipliedBy(count).toSeconds());
    }

    /** How it reads in a sentence: {@code 30 days}. */
    String phrase() {
        return count + " " + unit.word + (count == 1 ? "" : "s");
    }

    /** As ISO 8601 writes it. */
    @Override
    public String toString() {
        return unit.prefix + count + unit.letter;
    }
}
