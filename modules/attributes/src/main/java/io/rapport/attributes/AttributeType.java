package io.rapport.attributes;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of value an attribute holds. */
public enum AttributeType {
    /** Text of several lines; one line of a form where the definition has a pattern. */
    TEXT("text"),
    /** A decimal number. */
    NUMBER("number"),
    /** An amount in a currency of ISO 4217. */
    CURRENCY("currency"),
    /** A decimal number of hundredths: 12.5 is 12.5 %. */
    PERCENT("percent"),
    /** A day of the calendar (ISO 8601), without a time and a time zone. */
    DATE("date"),
    /** A moment (ISO 8601), kept in UTC. */
    DATE_TIME("dateTime"),
    BOOLEAN("boolean"),
    /** One of the options. */
    LIST("list"),
    /** Some of the options. */
    MULTI_LIST("multiList"),
    /** A link of http, https or mailto. */
    LINK("link"),
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

    /** Whether its values are of the definition's options. */
    public boolean hasOptions() {
        return this == LIST || this == MULTI_LIST;
    }

    /** The type of a token; empty for an unknown word. */
    public static Optional<AttributeType> of(String token) {
        return Arrays.stream(values()).filter(type -> type.token.equals(token)).findFirst();
    }

    /** All tokens, as a sentence lists them. */
    public static String tokens() {
        return Arrays.stream(values()).map(AttributeType::token).collect(Collectors.joining(", "));
    }
}
