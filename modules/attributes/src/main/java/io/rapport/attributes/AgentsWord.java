package io.rapport.attributes;

import io.rapport.events.Actor;
import java.time.Instant;

/**
 * Who of the team decides about one attribute, when, and upon which value.
 *
 * @param actor the agent
 * @param at when
 * @param phoneRegion ISO 3166 code of the country whose phone numbers may stand without a country code; may be null
 * @param seen the value that the agent saw
 */
public record AgentsWord(Actor actor, Instant at, String phoneRegion, SeenValue seen) {

    /** The source id of all agents, whose word is one. */
    public static final String SOURCE_ID = "agents";
}
