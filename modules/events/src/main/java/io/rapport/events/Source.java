package io.rapport.events;

import java.util.Arrays;

/** Where an attribute's value came from. Constants stand in the order of the ladder, strongest first. */
public enum Source {
    AGENT("agent", 0),
    IDENTITY_TOKEN("identityToken", 1),
    API("api", 2),
    IMPORT("import", 2),
    PLUGIN("plugin", 3),
    FORM("form", 4),
    SDK("sdk", 5);

    private final String token;
    private final int rank;

    Source(String token, int rank) {
        this.token = token;
        this.rank = rank;
    }

    /** The word that the API and the database use. */
    public String token() {
        return token;
    }

    /** Place on the ladder, 0 = strongest; API and import are equals. */
    public int rank() {
        return rank;
    }

    /** The source of a token; throws IllegalArgumentException for an unknown word. */
    public static Source of(String token) {
        return Arrays.stream(values())
                .filter(source -> source.token.equals(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown source " + token));
    }
}
