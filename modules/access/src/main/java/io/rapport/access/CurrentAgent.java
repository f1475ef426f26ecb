package io.rapport.access;

import io.rapport.events.Actor;

/**
 * The agent who makes the present HTTP request. Inject it into request-scoped beans below a resource that only agents may
 * call; where nobody is signed in, every method throws the 401 {@link Problem}, and where a token calls, those that ask for
 * the agent throw a 403. Costs no SQL statement of its own.
 */
public interface CurrentAgent extends CurrentCaller {

    /** The agent's card, never null. */
    AgentCard card();

    /** The agent's display name, never null. */
    default String name() {
        return card().name();
    }

    /** The agent's role, never null. */
    default Role role() {
        return card().role();
    }

    /** The agent as the one who does what the request asks for, never null. */
    @Override
    default Actor actor() {
        return card().asActor();
    }
}
