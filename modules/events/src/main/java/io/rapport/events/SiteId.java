package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a site: one web site (channel) that carries the widget.
 *
 * @param value UUIDv7, never null
 */
public record SiteId(UUID value) {

    public SiteId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static SiteId next() {
        return new SiteId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
