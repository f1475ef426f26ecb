package io.rapport.access;

import io.rapport.events.Actor;
import java.util.UUID;

/**
 * The agent who makes the present HTTP request. Inject it into request-scoped beans below a resource that demands a role;
 * where nobody is signed in, every method throws the 401 {@link Problem}. Costs no SQL statement of its own.
 */
public interface CurrentAgent {

    /** The agent's card, never null. */
    AgentCard card();

    /** The agent's id, never null. */
    default UUID id() {
        return card().id();
    }

    /** The agent's display name, never null. */
    default String name() {
        return card().name();
    }

    /** The agent's role, never null. */
    default Role role() {
        return card().role();
    }

    /** The agent as the one who does what the request asks for, never null. */
    default Actor actor() {
        return card().asActor();
    }
}
