package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.SignIns;
import io.rapport.access.SignInsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final String STANDING = """
            select s.token_hash from access.sign_in s join access.agent a on a.id = s.agent_id
            where s.token_hash in (<hashes>) and a.active
              and s.last_seen_at > :pausedSince and s.created_at > :oldestBegin""";

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
    private final Event<SignInsEnded> ended;

    /** For the container's proxy. */
    SignInStore() {
        this(null, null, null);
    }

    @Inject
    SignInStore(Jdbi jdbi, Clock clock, Event<SignInsEnded> ended) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.ended = ended;
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
        ended.fire(new SignInsEnded(Set.of(token.id())));
    }

    /** Signs the agent out everywhere. */
    void endAll(UUID agent) {
        Set<String> gone = jdbi.withHandle(
                handle -> handle.createQuery("delete from access.sign_in where agent_id = :agent returning token_hash")
                        .bind("agent", agent)
                        .mapTo(byte[].class)
                        .collect(Collectors.mapping(SecretToken::id, Collectors.toSet())));
        if (!gone.isEmpty()) {
            ended.fire(new SignInsEnded(gone));
        }
    }

    @Override
    public Set<String> inForce(Set<String> signIns) {
        if (signIns.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " sign-ins at once, not " + signIns.size());
        }
        return signIns.isEmpty() ? Set.of() : standing(signIns);
    }

    private Set<String> standing(Set<String> signIns) {
        return jdbi.withHandle(handle -> handle.createQuery(STANDING)
                .bindList("hashes", signIns.stream().map(SecretToken::hash).toList())
                .bind("pausedSince", now().minus(LONGEST_PAUSE))
                .bind("oldestBegin", now().minus(LONGEST_LIFE))
                .mapTo(byte[].class)
                .collect(Collectors.mapping(SecretToken::id, Collectors.toSet())));
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
