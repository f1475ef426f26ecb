package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a session: one visit in one browser.
 *
 * @param value UUIDv7, never null
 */
public record SessionId(UUID value) {

    public SessionId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static SessionId next() {
        return new SessionId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
