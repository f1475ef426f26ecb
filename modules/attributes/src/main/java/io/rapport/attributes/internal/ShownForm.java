package io.rapport.attributes.internal;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a stored value.
 *
 * @param value in the Java type of the attribute's type; text where it is none of that type, and for undeclared ones
 * @param fits whether it is of the attribute's type; true for undeclared ones
 */
record ShownForm(Object value, boolean fits) {

    /** Values that were kept before their attribute was declared may be anything, whatever type it has now. */
    static ShownForm of(Optional<AttributeDefinition> definition, Object stored) {
        if (stored == null) {
            return new ShownForm(null, true);
        }
        return definition
                .map(known -> typed(known.type(), stored)
                        .map(value -> new ShownForm(value, true))
                        .orElseGet(() -> new ShownForm(ValueText.of(stored), false)))
                .orElseGet(() -> new ShownForm(ValueText.of(stored), true));
    }

    private static Optional<Object> typed(AttributeType type, Object stored) {
        return switch (type) {
            case NUMBER, PERCENT -> as(BigDecimal.class, stored);
            case BOOLEAN -> as(Boolean.class, stored);
            case CURRENCY -> as(Money.class, stored);
            case MULTI_LIST -> as(List.class, stored);
            case DATE, DATE_TIME -> as(String.class, stored).flatMap(text -> time(type, (String) text));
            case TEXT, LIST, LINK, EMAIL, PHONE -> as(String.class, stored);
        };
    }

    private static Optional<Object> as(Class<?> wanted, Object stored) {
        return wanted.isInstance(stored) ? Optional.of(stored) : Optional.empty();
    }

    private static Optional<Object> time(AttributeType type, String text) {
        try {
            return Optional.of(type == AttributeType.DATE ? LocalDate.parse(text) : Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
