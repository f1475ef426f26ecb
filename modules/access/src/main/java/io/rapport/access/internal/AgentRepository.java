package io.rapport.access.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps agents; call it inside a transaction. */
@ApplicationScoped
class AgentRepository {

    @PersistenceContext(unitName = "access")
    private EntityManager entities;

    /** For the container. */
    AgentRepository() {}

    AgentRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores a new agent at once, so that rows that point to it may follow in the same transaction. */
    void add(Agent agent) {
        entities.persist(agent);
        entities.flush();
    }

    boolean isEmpty() {
        return entities.createQuery("select agent.id from Agent agent")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
