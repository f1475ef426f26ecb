package io.rapport.access.internal;

import io.rapport.access.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Signs agents in by e-mail and password. Holds no connection while it hashes. */
@ApplicationScoped
class SignInService {

    private final Jdbi jdbi;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SignInStore signIns;

    /** For the container's proxy. */
    SignInService() {
        this(null, null, null, null);
    }

    @Inject
    SignInService(Jdbi jdbi, Passwords passwords, SignInThrottle throttle, SignInStore signIns) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signIns = signIns;
    }

    /** The token of the new sign-in; throws the 401, 429 or, where too many sign in at once, 503 {@link Problem}. */
    SecretToken signIn(String email, String password, String address) {
        Attempt attempt = Attempt.of(email, address);
        throttle.attempt(attempt);
        UUID agent = tried(attempt, () -> agent(email, password)).orElseThrow(SignInService::refused);
        throttle.succeeded(attempt);
        return signIns.open(agent);
    }

    /** Whoever was sent away before the password was looked at has guessed nothing. */
    private <T> T tried(Attempt attempt, Supplier<T> comparison) {
        try {
            return comparison.get();
        } catch (Problem busy) {
            throttle.notTried(attempt);
            throw busy;
        }
    }

    private Optional<UUID> agent(String email, String password) {
        Optional<Account> account = account(email);
        if (account.isEmpty()) {
            passwords.compareInVain(password);
        }
        return account.filter(known -> passwords.matches(password, known.passwordHash()))
                .map(Account::id);
    }

    private Optional<Account> account(String email) {
        return jdbi.withHandle(handle -> handle.select(
                        "select id, password_hash from access.agent where email_folded = ? and active"
                                + " and password_hash is not null",
                        Agent.folded(email))
                .map((row, context) -> new Account(row.getObject("id", UUID.class), row.getString("password_hash")))
                .findOne());
    }

    private static Problem refused() {
        return Problem.of(
                401, "/problems/sign-in-refused", "Sign-in refused", "The e-mail address or the password is wrong.");
    }

    private record Account(UUID id, String passwordHash) {}
}
