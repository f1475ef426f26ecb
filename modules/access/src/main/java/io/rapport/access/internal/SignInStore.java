package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The sign-ins in force. One ends by signing out, after 14 days without a request, 90 days after it began in any case, and
 * when its agent is deactivated.
 */
@ApplicationScoped
class SignInStore implements SignIns {

    static final Duration LONGEST_PAUSE = Duration.ofDays(14);
    static final Duration LONGEST_LIFE = Duration.ofDays(90);

    /** How exact 'last seen' is: so that a busy screen doesn't write with every read. */
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final String FIND_AND_TOUCH = """
            with found as (
                select s.token_hash, s.last_seen_at, %s
                from access.sign_in s join access.agent a on a.id = s.agent_id
                where s.token_hash = :hash and a.active and s.last_seen_at > :pausedSince and s.created_at > :oldestBegin
            ), touched as (
                update access.sign_in s set last_seen_at = :now
                from found where s.token_hash = found.token_hash and found.last_seen_at <= :seenBefore
            )
            select a.id, a.name, a.email, a.role, a.active from found a""".formatted(AgentCards.COLUMNS);

    /** Sweeps along, a few at a time, what nobody will ask for again. */
    private static final String OPEN_AND_SWEEP = """
            with swept as (
                delete from access.sign_in where token_hash in (
                    select token_hash from access.sign_in
                    where last_seen_at <= :pausedSince limit 100 for update skip locked)
            )
            insert into access.sign_in (token_hash, agent_id, created_at, last_seen_at)
            values (:hash, :agent, :now, :now)""";

    private final Jdbi jdbi;
    private final Clock clock;

    /** For the container's proxy. */
    SignInStore() {
        this(null, null);
    }

    @Inject
    SignInStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Signs the agent in; the token is for the agent's browser alone. */
    SecretToken open(UUID agent) {
        SecretToken token = SecretToken.random();
        OffsetDateTime now = now();
        jdbi.useHandle(handle -> handle.createUpdate(OPEN_AND_SWEEP)
                .bind("hash", token.hash())
                .bind("agent", agent)
                .bind("now", now)
                .bind("pausedSince", now.minus(LONGEST_PAUSE))
                .execute());
        return token;
    }

    /** Signs out; an unknown token is none already. */
    void end(SecretToken token) {
        jdbi.useHandle(
                handle -> handle.execute("delete from access.sign_in where token_hash = ?", (Object) token.hash()));
    }

    @Override
    public Optional<AgentCard> agentOf(String cookieHeaderOrToken) {
        return tokenIn(cookieHeaderOrToken).flatMap(this::agentOf);
    }

    /** The token in a Cookie header (RFC 6265, section 4.2.1) or the one that the text is. */
    static Optional<SecretToken> tokenIn(String cookieHeaderOrToken) {
        if (cookieHeaderOrToken == null) {
            return Optional.empty();
        }
        String wanted = COOKIE + "=";
        return SecretToken.of(cookieHeaderOrToken)
                .or(() -> Arrays.stream(cookieHeaderOrToken.split(";"))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(wanted))
                        .map(pair -> pair.substring(wanted.length()))
                        .findFirst()
                        .flatMap(SecretToken::of));
    }

    private Optional<AgentCard> agentOf(SecretToken token) {
        OffsetDateTime now = now();
        return jdbi.withHandle(handle -> handle.createQuery(FIND_AND_TOUCH)
                .bind("hash", token.hash())
                .bind("now", now)
                .bind("pausedSince", now.minus(LONGEST_PAUSE))
                .bind("oldestBegin", now.minus(LONGEST_LIFE))
                .bind("seenBefore", now.minus(SEEN_EVERY))
                .map((row, context) -> AgentCards.card(row))
                .findOne());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
