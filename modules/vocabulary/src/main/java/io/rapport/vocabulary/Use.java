package io.rapport.vocabulary;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Where a condition is used: not every field has a value everywhere. */
public enum Use {
    CONVERSATION_CREATED("conversationCreated"),
    MESSAGE_RECEIVED("messageReceived");

    static final Set<Use> ANYWHERE = Set.of(values());

    private final String token;

    Use(String token) {
        this.token = token;
    }

    /** The word that the API and the database use; for rules, the event's name. */
    public String token() {
        return token;
    }

    /** The use of a token; empty for an unknown word. */
    public static Optional<Use> of(String token) {
        return Arrays.stream(values()).filter(use -> use.token.equals(token)).findFirst();
    }
}
