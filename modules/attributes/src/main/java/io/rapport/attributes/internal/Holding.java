package io.rapport.attributes.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.attributes.internal.SourceValue.Slot;
import io.rapport.events.Source;
import java.util.List;

/** What comes of an agent's deciding which source an attribute is shown by; pure. */
final class Holding {

    private final String key;
    private final List<SourceValue> current;

    /** On a subject's present values. */
    Holding(List<SourceValue> current, String key) {
        this.key = key;
        this.current = current;
    }

    /**
     * One source's value is shown whatever stronger ones say, until it is released or an agent writes another.
     *
     * @param held whose; null for the one that is shown now
     * @throws Problem 404 where nobody has a value, 422 where that source has no value
     */
    List<SourceValue> pin(Slot held) {
        Slot wanted = held == null ? shown().slot() : held;
        if (current.stream().noneMatch(value -> value.slot().equals(wanted))) {
            throw Problem.invalid(new FieldError("source", "has no value of this attribute"));
        }
        return current.stream()
                .map(value -> value.key().equals(key) ? value.held(value.slot().equals(wanted)) : value)
                .toList();
    }

    /** Ends what agents said of the attribute, be it a value, 'empty' or a pin: the sources decide again. */
    List<SourceValue> release() {
        return current.stream()
                .filter(value -> !value.key().equals(key) || value.source() != Source.AGENT)
                .map(value -> value.key().equals(key) ? value.held(false) : value)
                .toList();
    }

    private SourceValue shown() {
        return current.stream()
                .filter(value -> value.winner() && value.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("value"));
    }
}
