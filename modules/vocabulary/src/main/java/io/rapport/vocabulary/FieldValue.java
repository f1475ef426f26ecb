package io.rapport.vocabulary;

import io.rapport.attributes.Money;
import io.rapport.events.LabelId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of a field. There is no value for 'nothing is known'; the factories answer null then. */
public sealed interface FieldValue {

    /** Whether it is a value that a field of this type may have. */
    default boolean fits(ValueType type) {
        return switch (type) {
            case TEXT, CHOICE -> this instanceof Text;
            case NUMBER -> this instanceof Number;
            case CURRENCY -> this instanceof Amount;
            case DATE -> this instanceof Day;
            case DATE_TIME -> this instanceof Moment;
            case BOOLEAN -> this instanceof Flag;
            case CHOICES -> this instanceof Choices;
            case LABELS -> this instanceof Labels;
        };
    }

    /** A text; null for null and for text in which nothing can be compared (blank, invisible). */
    static FieldValue text(String typed) {
        String folded = Folding.fold(typed);
        return folded == null || folded.isBlank() ? null : new Text(typed, folded);
    }

    /** A number; null for null. */
    static FieldValue number(BigDecimal value) {
        return value == null ? null : new Number(Decimals.plain(value));
    }

    /** Yes or no; null for null. */
    static FieldValue flag(Boolean value) {
        return value == null ? null : new Flag(value);
    }

    /** An amount; null for null. */
    static FieldValue amount(Money money) {
        return money == null ? null : new Amount(money);
    }

    /** A day, as seen on another; null for null. */
    static FieldValue day(LocalDate value, LocalDate today) {
        return value == null ? null : new Day(value, today);
    }

    /** A moment, as seen at another; null for null. */
    static FieldValue moment(Instant value, Instant now) {
        return value == null ? null : new Moment(value, now);
    }

    /** What is chosen of some options; null where it is nothing. */
    static FieldValue choices(Collection<String> chosen) {
        return chosen.isEmpty() ? null : new Choices(List.copyOf(chosen));
    }

    /** Labels with their names; null where there is none. */
    static FieldValue labels(Map<LabelId, String> names) {
        return names.isEmpty() ? null : new Labels(Map.copyOf(names), Labels.scopes(names.values()));
    }

    /** A text, folded once; its words are found when somebody asks for them. */
    final class Text implements FieldValue {
        private final String typed;
        private final String folded;
        private String words;

        private Text(String typed, String folded) {
            this.typed = typed;
            this.folded = folded;
        }

        /** As it came. */
        public String typed() {
            return typed;
        }

        /** As it is compared. */
        public String folded() {
            return folded;
        }

        /** As {@link Folding#words} gives them. */
        public String words() {
            if (words == null) {
                words = Folding.words(folded);
            }
            return words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text text && typed.equals(text.typed);
        }

        @Override
        public int hashCode() {
            return typed.hashCode();
        }

        @Override
        public String toString() {
            return typed;
        }
    }

    /** A number. */
    record Number(BigDecimal value) implements Measure {
        public Number {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public BigDecimal measure() {
            return value;
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Something with a place among others of its kind. */
    sealed interface Measure extends FieldValue {

        /** The number by which it is ordered. */
        BigDecimal measure();
    }

    /** Something of which one can say how long ago it is. */
    sealed interface Dated extends Measure {

        /** How long ago it was when it was looked at, in days of a day and seconds of a moment; negative in the future. */
        BigDecimal age();
    }

    /** An amount in a currency. */
    record Amount(Money money) implements Measure {
        public Amount {
            Objects.requireNonNull(money, "money");
        }

        @Override
        public BigDecimal measure() {
            return Operand.Amount.number(money);
        }

        @Override
        public String toString() {
            return money.toString();
        }
    }

    /**
     * A day.
     *
     * @param today the day on which it was looked at, so that a fact kept says the same for ever
     */
    record Day(LocalDate value, LocalDate today) implements Dated {
        public Day {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(today, "today");
        }

        @Override
        public BigDecimal measure() {
            return Timeline.of(value);
        }

        @Override
        public BigDecimal age() {
            return Timeline.of(today).subtract(Timeline.of(value));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /**
     * A moment.
     *
     * @param now the moment at which it was looked at, so that a fact kept says the same for ever
     */
    record Moment(Instant value, Instant now) implements Dated {
        public Moment {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(now, "now");
        }

        @Override
        public BigDecimal measure() {
            return Timeline.of(value);
        }

        @Override
        public BigDecimal age() {
            return Timeline.of(Duration.between(value, now));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** What is chosen of some options, in their order; not empty. */
    record Choices(List<String> typed) implements FieldValue {

        /** As they are compared. */
        public Set<String> folded() {
            return typed.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public String toString() {
            return String.join(", ", typed);
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements FieldValue {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /**
     * Labels.
     *
     * @param names the labels' names by id, not empty
     * @param scopes their scopes, folded; empty where none has a scope
     */
    record Labels(Map<LabelId, String> names, Set<String> scopes) implements FieldValue {

        static Set<String> scopes(Iterable<String> names) {
            Set<String> scopes = new TreeSet<>();
            for (String name : names) {
                int end = name.lastIndexOf("::");
                if (end > 0) {
                    scopes.add(Folding.fold(name.substring(0, end)));
                }
            }
            return Set.copyOf(scopes);
        }

        @Override
        public String toString() {
            return String.join(", ", new TreeSet<>(names.values()));
        }
    }
}
