package io.rapport.vocabulary;

import io.rapport.attributes.Money;
import io.rapport.events.LabelId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What a field is compared with. */
public sealed interface Operand {

    /**
     * A text, compared folded.
     *
     * @param typed as its author wrote it, 1 to 1,000 characters
     */
    record Text(String typed) implements Operand {
        public Text {
            Objects.requireNonNull(typed, "typed");
        }

        /** The text as it is compared. */
        public String folded() {
            return Folding.fold(typed);
        }
    }

    /**
     * A number.
     *
     * @param value at most 40 digits before and after the point
     */
    record Number(BigDecimal value) implements Operand {
        public Number {
            value = Decimals.plain(value);
        }
    }

    /** An amount in a currency. */
    record Amount(Money money) implements Operand {
        public Amount {
            Objects.requireNonNull(money, "money");
        }

        static BigDecimal number(Money money) {
            return Decimals.plain(new BigDecimal(money.amount()));
        }

        @Override
        public String toString() {
            return money.toString();
        }
    }

    /** A day of the calendar. */
    record Day(LocalDate value) implements Operand {
        public Day {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A moment. */
    record Moment(Instant value) implements Operand {
        public Moment {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** How long something may lie back. */
    record Length(Span span) implements Operand {
        public Length {
            Objects.requireNonNull(span, "span");
        }

        @Override
        public String toString() {
            return span.toString();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements Operand {}

    /** A label of the catalogue. */
    record Label(LabelId id) implements Operand {
        public Label {
            Objects.requireNonNull(id, "id");
        }
    }

    /** The number by which it is ordered, in the unit of the field's type; throws IllegalStateException where it has none. */
    default BigDecimal measure(ValueType type) {
        if (this instanceof Number number) {
            return number.value();
        }
        if (this instanceof Amount amount) {
            return Amount.number(amount.money());
        }
        if (this instanceof Day day) {
            return Timeline.of(day.value());
        }
        if (this instanceof Moment moment) {
            return Timeline.of(moment.value());
        }
        if (this instanceof Length length) {
            return type == ValueType.DATE ? length.span().days() : length.span().seconds();
        }
        throw new IllegalStateException("Nothing to be ordered: " + this);
    }
}
