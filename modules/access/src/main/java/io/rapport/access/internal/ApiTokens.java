package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import io.rapport.events.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Makes API tokens and revokes them. A token belongs to the team, not to who made it: it stays when that agent leaves, so
 * that no integration stops by surprise.
 */
@ApplicationScoped
class ApiTokens {

    /** A token that was made, and the secret to hand on. */
    record Made(ApiTokenLine token, SecretToken secret) {}

    private final ApiTokenTable table;
    private final AuditTrail audit;

    /** For the container's proxy. */
    ApiTokens() {
        this(null, null);
    }

    @Inject
    ApiTokens(ApiTokenTable table, AuditTrail audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Throws the 409 {@link Problem} while a token of that name is in force. */
    @Transactional
    Made make(ApiTokenTerms terms, AgentCard agent) {
        table.oneAtATime();
        if (table.hasName(terms.name())) {
            throw Problem.conflict("/problems/token-name", "Name in use", "There is a token of that name already.");
        }
        UUID id = TimeOrderedId.next();
        SecretToken secret = SecretToken.random();
        table.add(id, terms, secret, agent);
        audit.noteToken(agent.asActor(), AuditTrail.Action.TOKEN_MADE, id, details(terms));
        return new Made(table.line(id).orElseThrow(), secret);
    }

    /** It is worth nothing from the commit on, on every node. Revoking again does nothing; throws the 404 {@link Problem}. */
    @Transactional
    void revoke(UUID id, AgentCard agent) {
        table.revoke(id)
                .ifPresentOrElse(
                        name -> audit.noteToken(
                                agent.asActor(),
                                AuditTrail.Action.TOKEN_REVOKED,
                                id,
                                Json.createObjectBuilder().add("name", name).build()),
                        () -> table.line(id).orElseThrow(() -> Problem.notFound("token")));
    }

    private static JsonObject details(ApiTokenTerms terms) {
        return Json.createObjectBuilder()
                .add("name", terms.name())
                .add("scopes", Json.createArrayBuilder(terms.scopes()))
                .add(
                        "expiresAt",
                        terms.expires() == null
                                ? JsonValue.NULL
                                : Json.createValue(terms.expires().toString()))
                .build();
    }
}
