package io.rapport.vocabulary;

import io.rapport.events.LabelId;
import java.math.BigDecimal;
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

    /** Yes or no. */
    record Flag(boolean value) implements Operand {}

    /** A label of the catalogue. */
    record Label(LabelId id) implements Operand {
        public Label {
            Objects.requireNonNull(id, "id");
        }
    }
}
