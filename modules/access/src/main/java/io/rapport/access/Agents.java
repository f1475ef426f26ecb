package io.rapport.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Reads agents for others' screens. */
public interface Agents {

    /**
     * The cards of these agents, deactivated ones included, by id; unknown ids are absent. One SQL statement, none for an
     * empty set.
     *
     * @param ids at most 1,000, never null
     */
    Map<UUID, AgentCard> cards(Set<UUID> ids);
}
