package io.rapport.attributes;

import java.util.Arrays;
import java.util.Optional;

/** What kind of value an attribute holds. */
public enum AttributeType {
    TEXT("text"),
    NUMBER("number"),
    LIST("list"),
    BOOLEAN("boolean"),
    EMAIL("email"),
    PHONE("phone");

    private final String token;

    AttributeType(String token) {
        this.token = token;
    }

    /** The word that the API and the database use. */
    public String token() {
        return token;
    }

    /** The type of a token; empty for an unknown word. */
    public static Optional<AttributeType> of(String token) {
        return Arrays.stream(values()).filter(type -> type.token.equals(token)).findFirst();
    }
}
