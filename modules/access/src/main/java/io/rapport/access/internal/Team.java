package io.rapport.access.internal;

import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.events.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Who is of the team: agents are invited, renamed, given another role, deactivated and taken back. One change at a time,
 * so that two administrators cannot deactivate each other and leave nobody.
 */
@ApplicationScoped
class Team {

    /** An agent who was invited, and the link to hand on. */
    record Invited(Agent agent, PasswordLink link) {}

    /**
     * What to change; null leaves as it is.
     *
     * @param version the version that the change is based on; null for whichever
     */
    record Change(String name, Role role, Boolean active, Long version) {}

    private final Jdbi jdbi;
    private final AgentRepository agents;
    private final SignInStore signIns;
    private final PasswordLinks links;
    private final AuditTrail audit;
    private final Clock clock;

    /** For the container's proxy. */
    Team() {
        this(null, null, null, null, null, null);
    }

    @Inject
    Team(Jdbi jdbi, AgentRepository agents, SignInStore signIns, PasswordLinks links, AuditTrail audit, Clock clock) {
        this.jdbi = jdbi;
        this.agents = agents;
        this.signIns = signIns;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Throws the 409 {@link Problem} when somebody has that e-mail address already, deactivated or not. */
    @Transactional
    Invited invite(String name, String email, Role role, Actor actor) {
        oneAtATime();
        if (agents.hasEmail(email)) {
            throw Problem.conflict(
                    "/problems/agent-email", "E-mail in use", "There is an agent of that e-mail address already.");
        }
        Agent agent = Agent.invited(name, email, role, clock.instant());
        agents.add(agent);
        audit.note(
                actor,
                AuditTrail.Action.INVITED,
                agent.id(),
                values(agent).add("email", email).build());
        return new Invited(agent, links.renew(agent.id()));
    }

    /** A new link for somebody who lost the first, or forgot the password; throws 404, and 409 for who was deactivated. */
    @Transactional
    PasswordLink renewLink(UUID id, Actor actor) {
        oneAtATime();
        Agent agent = agents.get(id);
        if (!agent.isActive()) {
            throw Problem.conflict(
                    "/problems/agent-inactive", "Agent deactivated", "Activate the agent first, then make a link.");
        }
        audit.note(actor, AuditTrail.Action.LINK_MADE, id, JsonObject.EMPTY_JSON_OBJECT);
        return links.renew(id);
    }

    /** Throws 404, 412 when it was changed meanwhile, and 409 when no administrator would be left. */
    @Transactional
    Agent change(UUID id, Change change, Actor actor) {
        oneAtATime();
        Agent agent = agents.get(id);
        if (change.version() != null && change.version() != agent.version()) {
            throw Problem.preconditionFailed();
        }
        String before = values(agent).build().toString();
        boolean wasActive = agent.isActive();
        agent.change(change);
        agents.flush();
        if (!agents.hasAdministrator()) {
            throw Problem.conflict(
                    "/problems/last-administrator",
                    "Last administrator",
                    "Somebody must remain who administers: make another agent administrator first.");
        }
        JsonObject after = values(agent).build();
        if (!after.toString().equals(before)) {
            audit.note(actor, AuditTrail.Action.CHANGED, id, after);
        }
        if (wasActive && !agent.isActive()) {
            links.forget(id);
            signIns.endAll(id);
        }
        return agent;
    }

    /** The agent who followed the link chose a password: other browsers are signed out, this one is signed in. */
    @Transactional
    SecretToken setPassword(SecretToken token, String passwordHash) {
        oneAtATime();
        Agent agent = agents.get(links.claim(token));
        agent.choosePassword(passwordHash);
        agents.flush();
        audit.note(agent.card().asActor(), AuditTrail.Action.PASSWORD_SET, agent.id(), JsonObject.EMPTY_JSON_OBJECT);
        signIns.endAll(agent.id());
        return signIns.open(agent.id());
    }

    private static JsonObjectBuilder values(Agent agent) {
        return Json.createObjectBuilder()
                .add("name", agent.card().name())
                .add("role", agent.card().role().token())
                .add("active", agent.isActive());
    }

    private void oneAtATime() {
        jdbi.useHandle(handle -> handle.execute("lock table access.agent in share row exclusive mode"));
    }
}
