package io.rapport.desk.internal.live;

import io.rapport.events.SessionId;
import java.util.List;
import java.util.UUID;

/**
 * Tells screens what to read again.
 *
 * @param type {@code changed}
 * @param conversationId the conversation concerned; null where a contact or session is
 * @param contactId the contact concerned, or null
 * @param sessionId the session concerned, that in which a message was written, or null
 * @param what of message, labels, attributes, contact, session, status, inbox
 */
public record Hint(String type, UUID conversationId, UUID contactId, UUID sessionId, List<String> what) {

    /** @param writtenIn by which a screen sees that the visitor is on another visit than it shows; null for agents */
    static Hint message(UUID conversation, SessionId writtenIn) {
        UUID session = writtenIn == null ? null : writtenIn.value();
        return new Hint("changed", conversation, null, session, List.of("message", "inbox"));
    }

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
