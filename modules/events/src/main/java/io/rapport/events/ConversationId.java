package io.rapport.events;

import java.util.Objects;
import java.util.UUID;

/**
 * Names a conversation.
 *
 * @param value UUIDv7, never null
 */
public record ConversationId(UUID value) {

    public ConversationId {
        Objects.requireNonNull(value, "value");
    }

    /** A new id, later than all that this process made before. */
    public static ConversationId next() {
        return new ConversationId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
