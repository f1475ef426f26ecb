package io.rapport.attributes;

import java.util.Arrays;
import java.util.Optional;

/** How much a value says about a person. */
public enum Privacy {
    /** Says nothing about a person: a plan, an order's state. */
    ORDINARY("ordinary"),
    /** Relates to a person (GDPR, article 4): an address, a date of birth. */
    PERSONAL("personal"),
    /** Of the special categories (GDPR, article 9): health, belief, origin. */
    SENSITIVE("sensitive");

    private final String token;

    Privacy(String token) {
        this.token = token;
    }

    /** The word that the API and the database use. */
    public String token() {
        return token;
    }

    /** The class of a token; empty for an unknown word. */
    public static Optional<Privacy> of(String token) {
        return Arrays.stream(values())
                .filter(privacy -> privacy.token.equals(token))
                .findFirst();
    }
}
