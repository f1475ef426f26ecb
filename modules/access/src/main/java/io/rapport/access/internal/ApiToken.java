package io.rapport.access.internal;

import io.rapport.events.Actor;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A program that calls the API, as a request knows it: by a token that is in force.
 *
 * @param id UUIDv7
 * @param name what an administrator called it
 * @param scopes of {@link io.rapport.access.Scopes}
 */
record ApiToken(UUID id, String name, Set<String> scopes) {

    ApiToken {
        scopes = Set.copyOf(scopes);
    }

    /** The token as the one who did something. */
    Actor asActor() {
        return new Actor(Actor.Kind.TOKEN, id.toString(), name, null);
    }

    /** Those of the needed scopes that it does not have, in the order given. */
    List<String> lacks(List<String> needed) {
        return needed.stream().filter(scope -> !scopes.contains(scope)).toList();
    }
}
