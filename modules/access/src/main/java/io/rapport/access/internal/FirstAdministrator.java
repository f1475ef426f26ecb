package io.rapport.access.internal;

import io.rapport.access.Problem;
import io.rapport.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes the first administrator of an empty database, once: whoever comes first holds the lock on the table of agents until
 * its agent is there.
 */
@ApplicationScoped
class FirstAdministrator {

    static final Duration TOKEN_LIFE = Duration.ofHours(24);

    private static final String RENEW = """
            insert into access.first_administrator_token (token_hash, expires_at) values (?, ?)
            on conflict (only_row) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at""";

    private final Jdbi jdbi;
    private final AgentRepository agents;
    private final SignInStore signIns;
    private final Clock clock;

    /** For the container's proxy. */
    FirstAdministrator() {
        this(null, null, null, null);
    }

    @Inject
    FirstAdministrator(Jdbi jdbi, AgentRepository agents, SignInStore signIns, Clock clock) {
        this.jdbi = jdbi;
        this.agents = agents;
        this.signIns = signIns;
        this.clock = clock;
    }

    @Transactional
    boolean isMissing() {
        return agents.isEmpty();
    }

    /** A new token for the link, in place of the one before; empty when there is an agent. */
    @Transactional
    Optional<SecretToken> renewToken() {
        jdbi.useHandle(FirstAdministrator::letNobodyElseIn);
        if (!agents.isEmpty()) {
            return Optional.empty();
        }
        SecretToken token = SecretToken.random();
        jdbi.useHandle(handle -> handle.execute(RENEW, token.hash(), now().plus(TOKEN_LIFE)));
        return Optional.of(token);
    }

    /** Makes the administrator that the operator's settings name; false when there is an agent already. */
    @Transactional
    boolean create(String name, String email, String passwordHash) {
        jdbi.useHandle(FirstAdministrator::letNobodyElseIn);
        if (!agents.isEmpty()) {
            return false;
        }
        add(name, email, passwordHash);
        return true;
    }

    /** Whether this token would do just now: asked before the password is hashed, which costs. */
    @Transactional
    void check(SecretToken token) {
        refuseUnless(agents.isEmpty(), tokenIsValid(token));
    }

    /** Makes the administrator who followed the link, and signs in. */
    @Transactional
    SecretToken claim(SecretToken token, String name, String email, String passwordHash) {
        jdbi.useHandle(FirstAdministrator::letNobodyElseIn);
        refuseUnless(agents.isEmpty(), tokenIsValid(token));
        return signIns.open(add(name, email, passwordHash).card().id());
    }

    private Agent add(String name, String email, String passwordHash) {
        Agent agent = Agent.joining(name, email, Role.ADMINISTRATOR, passwordHash, clock.instant());
        agents.add(agent);
        jdbi.useHandle(handle -> handle.execute("delete from access.first_administrator_token"));
        return agent;
    }

    private boolean tokenIsValid(SecretToken token) {
        return jdbi.withHandle(handle -> handle.select(
                        "select 1 from access.first_administrator_token where token_hash = ? and expires_at > ?",
                        token.hash(),
                        now())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    private static void refuseUnless(boolean empty, boolean valid) {
        if (!empty) {
            throw Problem.conflict(
                    "/problems/already-set-up",
                    "Already set up",
                    "There is an administrator already: sign in instead.");
        }
        if (!valid) {
            throw wrongLink();
        }
    }

    static Problem wrongLink() {
        return Problem.of(
                403,
                "/problems/link-expired",
                "Link expired",
                "This link is not valid any more. Start the server again to get a new one.");
    }

    private static void letNobodyElseIn(Handle handle) {
        handle.execute("lock table access.agent in share row exclusive mode");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
