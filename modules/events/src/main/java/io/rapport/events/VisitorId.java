package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a visitor: one browser at one site.
 *
 * @param value UUIDv7, never null
 */
public record VisitorId(UUID value) {

    public VisitorId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static VisitorId next() {
        return new VisitorId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
