package io.rapport.desk.internal.live;

import java.util.List;
import java.util.UUID;

/**
 * Tells screens what to read again.
 *
 * @param type {@code changed}
 * @param conversationId the conversation concerned; null where a contact or session is
 * @param contactId the contact concerned, or null
 * @param sessionId the session concerned, or null
 * @param what of message, labels, attributes, contact, session, status, inbox
 */
public record Hint(String type, UUID conversationId, UUID contactId, UUID sessionId, List<String> what) {

    static Hint conversation(UUID conversation, String... what) {
        return new Hint("changed", conversation, null, null, List.of(what));
    }

    static Hint contact(UUID contact, String... what) {
        return new Hint("changed", null, contact, null, List.of(what));
    }

    static Hint session(UUID session, String... what) {
        return new Hint("changed", null, null, session, List.of(what));
    }
}
