package io.rapport.access;

import java.util.Locale;

/** What an agent may do: an administrator also changes settings. */
public enum Role {
    ADMINISTRATOR,
    AGENT;

    /** The name of {@link #ADMINISTRATOR} in {@code @RolesAllowed}. */
    public static final String ADMINISTRATOR_NAME = "administrator";

    /** The name of {@link #AGENT} in {@code @RolesAllowed}. */
    public static final String AGENT_NAME = "agent";

    /** The word that the API, the database and {@code @RolesAllowed} use. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a token as {@link #token()} writes it; throws IllegalArgumentException for another word. */
    public static Role of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
