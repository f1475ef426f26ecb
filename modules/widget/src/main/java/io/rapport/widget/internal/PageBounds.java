package io.rapport.widget.internal;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.events.ConversationId;
import java.util.UUID;

/** Reads the parts of an address: an id that is none names nothing (404), a number that is none is named (422). */
final class PageBounds {

    private static final int MOST = 100;
    private static final int UUID_LENGTH = 36;

    private PageBounds() {}

    static ConversationId conversation(String id) {
        try {
            if (id.length() == UUID_LENGTH) {
                return new ConversationId(UUID.fromString(id));
            }
        } catch (IllegalArgumentException noId) {
            // Answered below, like an id that is well-formed and names nothing.
        }
        throw Problem.notFound("conversation");
    }

    static int limit(String text) {
        long limit = sequence("limit", text);
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid(new FieldError("limit", "must be from 1 to " + MOST));
        }
        return (int) limit;
    }

    static long sequence(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            throw Problem.invalid(new FieldError(field, "must be a whole number"));
        }
    }
}
