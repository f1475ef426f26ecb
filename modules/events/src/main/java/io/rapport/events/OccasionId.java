package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names an occasion: the one evaluation of rules that a message, a creation or a change gave rise to.
 *
 * @param value UUIDv7, never null
 */
public record OccasionId(UUID value) {

    public OccasionId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static OccasionId next() {
        return new OccasionId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
