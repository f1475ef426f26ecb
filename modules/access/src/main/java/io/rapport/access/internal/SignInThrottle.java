package io.rapport.access.internal;

import io.rapport.access.ClientNetwork;
import io.rapport.access.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Slows guessing down: counts attempts per e-mail and address, per address, and per e-mail, each within a window of time.
 * An attempt counts before the password is looked at, so that many at once win nothing, and is taken back when it was right.
 *
 * <p>Kept in the database, so that all nodes count together. Each statement commits by itself: call it outside of
 * transactions, or a refusal would undo its own count.
 */
@ApplicationScoped
class SignInThrottle {

    private static final Logger LOG = System.getLogger(SignInThrottle.class.getName());

    private static final String COUNT = """
            with swept as (
                delete from access.sign_in_attempts where subject in (
                    select subject from access.sign_in_attempts
                    where since <= :windowBegin and subject <> :subject limit 100 for update skip locked)
            )
            insert into access.sign_in_attempts as a (subject, attempts, since) values (:subject, 1, :now)
            on conflict (subject) do update set
                attempts = case when a.since <= :windowBegin then 1 else least(a.attempts + 1, 1000000) end,
                since = case when a.since <= :windowBegin then :now else a.since end
            returning attempts, since""";

    private static final String TAKE_BACK =
            "update access.sign_in_attempts set attempts = attempts - 1 where subject = ? and attempts > 0";

    private final Jdbi jdbi;
    private final Clock clock;
    private final SignInLimits limits;

    /** For the container's proxy. */
    SignInThrottle() {
        this.jdbi = null;
        this.clock = null;
        this.limits = null;
    }

    @Inject
    SignInThrottle(
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "rapport.limits.sign-in.failures", defaultValue = "10") int failures,
            @ConfigProperty(name = "rapport.limits.sign-in.failures-per-address", defaultValue = "100") int perAddress,
            @ConfigProperty(name = "rapport.limits.sign-in.failures-per-email", defaultValue = "100") int perEmail,
            @ConfigProperty(name = "rapport.limits.sign-in.window-minutes", defaultValue = "15") int windowMinutes) {
        this(jdbi, clock, new SignInLimits(failures, perAddress, perEmail, Duration.ofMinutes(windowMinutes)));
    }

    SignInThrottle(Jdbi jdbi, Clock clock, SignInLimits limits) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Counts an attempt; throws the 429 {@link Problem} when it is one too many. In this order and no further than the first
     * that is full, so that one address alone can neither use up an e-mail's attempts nor, by one e-mail, a network's.
     */
    void attempt(Attempt attempt) {
        count(attempt.pair(), limits.perPair());
        count(attempt.byAddress(), limits.perAddress());
        count(attempt.byEmail(), limits.perEmail());
    }

    /** The attempt was right: it doesn't count, and neither do the mistypings before it. */
    void succeeded(Attempt attempt) {
        jdbi.useHandle(handle -> {
            handle.execute("delete from access.sign_in_attempts where subject = ?", (Object) attempt.pair());
            handle.execute(TAKE_BACK, (Object) attempt.byAddress());
            handle.execute(TAKE_BACK, (Object) attempt.byEmail());
        });
    }

    /** The attempt came to no comparison: it doesn't count, the mistypings before it do. */
    void notTried(Attempt attempt) {
        jdbi.useHandle(handle -> {
            handle.execute(TAKE_BACK, (Object) attempt.pair());
            handle.execute(TAKE_BACK, (Object) attempt.byAddress());
            handle.execute(TAKE_BACK, (Object) attempt.byEmail());
        });
    }

    /**
     * Counts a request whose API token is worth nothing; throws the 429 {@link Problem} when it is one too many from its
     * network. Right tokens are not kept out by wrong ones: there is nothing to guess in 256 random bits, and a forgotten
     * script must not stop its neighbours.
     *
     * @param address a literal IPv4 or IPv6 address
     */
    void wrongToken(String address) {
        count(SecretToken.sha256("token " + ClientNetwork.of(address)), limits.perAddress());
    }

    private void count(byte[] subject, int most) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Count count = jdbi.withHandle(handle -> handle.createQuery(COUNT)
                .bind("subject", subject)
                .bind("now", now)
                .bind("windowBegin", now.minus(limits.window()))
                .map((row, context) -> new Count(row.getInt("attempts"), row.getObject("since", OffsetDateTime.class)))
                .one());
        if (count.attempts() == most + 1) {
            LOG.log(Level.WARNING, "Too many attempts to sign in; refused for up to {0}", limits.window());
        }
        if (count.attempts() > most) {
            throw Problem.tooMany(Duration.between(now, count.since().plus(limits.window())));
        }
    }

    private record Count(int attempts, OffsetDateTime since) {}
}
