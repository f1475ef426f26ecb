package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a contact: the customer.
 *
 * @param value UUIDv7, never null
 */
public record ContactId(UUID value) {

    public ContactId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static ContactId next() {
        return new ContactId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
