package io.rapport.access.internal;

import io.rapport.events.Actor;
import io.rapport.events.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps who changed what about agents and tokens, in the transaction of the change. */
@ApplicationScoped
class AuditTrail {

    /** What was done, by the words that are stored. */
    enum Action {
        INVITED("agentInvited"),
        CHANGED("agentChanged"),
        LINK_MADE("passwordLinkMade"),
        PASSWORD_SET("passwordSet"),
        TOKEN_MADE("tokenMade"),
        TOKEN_REVOKED("tokenRevoked");

        private final String token;

        Action(String token) {
            this.token = token;
        }
    }

    private static final String NOTE = """
            insert into access.audit (id, at, actor_kind, actor_id, actor_name, action, agent_id, token_id, details)
            values (:id, :at, :kind, :actor, :name, :action, :agent, :token, cast(:details as jsonb))""";

    private final Jdbi jdbi;
    private final Clock clock;

    /** For the container's proxy. */
    AuditTrail() {
        this(null, null);
    }

    @Inject
    AuditTrail(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * @param agent whom it concerns
     * @param details the values now, never a secret
     */
    void note(Actor actor, Action action, UUID agent, JsonObject details) {
        note(actor, action, agent, null, details);
    }

    /**
     * @param token which it concerns
     * @param details the values now, never a secret
     */
    void noteToken(Actor actor, Action action, UUID token, JsonObject details) {
        note(actor, action, null, token, details);
    }

    private void note(Actor actor, Action action, UUID agent, UUID token, JsonObject details) {
        jdbi.useHandle(handle -> handle.createUpdate(NOTE)
                .bind("id", TimeOrderedId.next())
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("kind", actor.kind().token())
                .bind("actor", actor.id())
                .bind("name", actor.name())
                .bind("action", action.token)
                .bind("agent", agent)
                .bind("token", token)
                .bind("details", details.toString())
                .execute());
    }
}
