package io.rapport.events;

import java.util.Objects;

/**
 * Who did it: kept with every change, with the name and version as they were at the time, since agents, rules and
 * plugins are renamed and disappear.
 *
 * @param kind what sort of actor, never null
 * @param id the actor's id within its kind (an agent's UUID, a plugin's id, …), never null
 * @param name the display name at the time, never null
 * @param version the version at the time (a rule's revision, a plugin's version); null where there is none
 */
public record Actor(Kind kind, String id, String name, String version) {

    /** The sorts of actors; the API writes them in lower case. */
    public enum Kind {
        AGENT,
        VISITOR,
        RULE,
        PLUGIN,
        TOKEN,
        SYSTEM;

        /** The word that the API and the database use: {@code agent}, {@code visitor}, … */
        public String token() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The kind of a token as {@link #token()} writes it; throws IllegalArgumentException for another word. */
        public static Kind of(String token) {
            return valueOf(token.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** The server itself. */
    public static Actor system() {
        return new Actor(Kind.SYSTEM, "system", "Rapport", null);
    }

    /** A visitor, before anybody knows the name. */
    public static Actor visitor(VisitorId visitor) {
        return new Actor(Kind.VISITOR, visitor.toString(), "Visitor", null);
    }

    /** Whether a person of the team did it; their word outranks rules. */
    public boolean isAgent() {
        return kind == Kind.AGENT;
    }
}
