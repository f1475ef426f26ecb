package io.rapport.events;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What labels and values are put on.
 *
 * @param kind contact, conversation, session or site, never null
 * @param id the id within its kind, never null
 */
public record Subject(Kind kind, UUID id) {

    /** The sorts of subjects. Sessions take values in their closed fields only, sites take labels only. */
    public enum Kind {
        CONTACT,
        CONVERSATION,
        SESSION,
        SITE;

        /** The word that the API and the database use. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a token; throws IllegalArgumentException for an unknown word. */
        public static Kind of(String token) {
            return valueOf(token.toUpperCase(Locale.ROOT));
        }
    }

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static Subject of(ContactId contact) {
        return new Subject(Kind.CONTACT, contact.value());
    }

    public static Subject of(ConversationId conversation) {
        return new Subject(Kind.CONVERSATION, conversation.value());
    }

    public static Subject of(SessionId session) {
        return new Subject(Kind.SESSION, session.value());
    }
}
