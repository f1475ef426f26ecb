package io.rapport.access;

import io.rapport.events.Actor;
import java.util.Objects;
import java.util.UUID;

/**
 * An agent as others show one: immutable, read at one moment.
 *
 * @param id UUIDv7, never null
 * @param name the display name, never null
 * @param email as typed, never null; for colleagues only, never for visitors
 * @param role never null
 * @param active false once deactivated: shown in history, offered nowhere
 */
public record AgentCard(UUID id, String name, String email, Role role, boolean active) {

    public AgentCard {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(role, "role");
    }

    /** The agent as the one who did something. */
    public Actor asActor() {
        return new Actor(Actor.Kind.AGENT, id.toString(), name, null);
    }
}
