package io.rapport.vocabulary;

import io.rapport.events.LabelId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What is known of a field. There is no value for 'nothing is known'; the factories answer null then. */
public sealed interface FieldValue {

    /** Whether it is a value that a field of this type may have. */
    default boolean fits(ValueType type) {
        return switch (type) {
            case TEXT, CHOICE -> this instanceof Text;
            case NUMBER -> this instanceof Number;
            case BOOLEAN -> this instanceof Flag;
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
    record Number(BigDecimal value) implements FieldValue {
        public Number {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
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
