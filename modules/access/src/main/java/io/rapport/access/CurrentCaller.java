package io.rapport.access;

import io.rapport.events.Actor;
import java.util.UUID;

/**
 * Who makes the present HTTP request: an agent, or a program by an API token. Inject it into request-scoped beans below a
 * resource that tokens may call; where nobody is known, every method throws the 401 {@link Problem}. Costs no SQL statement
 * of its own.
 */
public interface CurrentCaller {

    /** Who does what the request asks for, under the present name: an agent or a token; never null. */
    Actor actor();

    /** The agent's or the token's id, never null. */
    default UUID id() {
        return UUID.fromString(actor().id());
    }
}
