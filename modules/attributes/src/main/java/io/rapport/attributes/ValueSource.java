package io.rapport.attributes;

import io.rapport.events.Actor;
import io.rapport.events.Source;

/**
 * Which source of values somebody is who calls the API.
 *
 * @param source the sort of source
 * @param id which instance of it
 */
public record ValueSource(Source source, String id) {

    /** One for all agents, whose word is one. */
    private static final ValueSource AGENTS = new ValueSource(Source.AGENT, AgentsWord.SOURCE_ID);

    /** All agents are one source; each token is one of its own. Throws IllegalArgumentException for other actors. */
    public static ValueSource of(Actor actor) {
        return switch (actor.kind()) {
            case AGENT -> AGENTS;
            case TOKEN -> new ValueSource(Source.API, actor.id());
            default -> throw new IllegalArgumentException("Does not call the API: " + actor);
        };
    }
}
