package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a label of the catalogue.
 *
 * @param value UUIDv7, never null
 */
public record LabelId(UUID value) {

    public LabelId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static LabelId next() {
        return new LabelId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
