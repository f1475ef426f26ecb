package io.rapport.access.internal;

import io.rapport.access.Problem;
import io.rapport.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

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

    /** Throws the 404 {@link Problem} when there is none. */
    Agent get(UUID id) {
        return Optional.ofNullable(entities.find(Agent.class, id)).orElseThrow(() -> Problem.notFound("agent"));
    }

    /** Writes what was changed, so that statements beside JPA see it, and versions are those now. */
    void flush() {
        entities.flush();
    }

    boolean hasEmail(String email) {
        return !entities.createQuery("select agent.id from Agent agent where agent.foldedEmail = :folded")
                .setParameter("folded", Agent.folded(email))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether anybody is left who can come in and administers, what was changed just now included. */
    boolean hasAdministrator() {
        return !entities.createQuery("select agent.id from Agent agent where agent.role = :administrator"
                        + " and agent.active = true and agent.passwordHash is not null")
                .setParameter("administrator", Role.ADMINISTRATOR)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    boolean isEmpty() {
        return entities.createQuery("select agent.id from Agent agent")
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
