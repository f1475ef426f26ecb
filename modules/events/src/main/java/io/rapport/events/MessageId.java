package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a message of a conversation.
 *
 * @param value UUIDv7, never null
 */
public record MessageId(UUID value) {

    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static MessageId next() {
        return new MessageId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
