package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.fixtures.Fired;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInServiceTest {

    private static final String OFFICE = "192.0.2.1";

    private final MovableClock clock = new MovableClock();
    private final AccessDatabase database = AccessDatabase.empty();
    private final FakePasswordHash hash = new FakePasswordHash();
    private final Passwords passwords = new Passwords(hash);
    private final SignInStore store = new SignInStore(database.jdbi(), clock, new Fired<>());
    private final SignInThrottle throttle =
            new SignInThrottle(database.jdbi(), clock, new SignInLimits(3, 100, 100, Duration.ofMinutes(15)));
    private final SignInService service = new SignInService(database.jdbi(), passwords, throttle, store);

    @BeforeEach
    void maiJoins() {
        passwords.prepare();
        database.agent("Mai", Role.AGENT, passwords.hash("the right password"));
    }

    @Test
    void theRightPasswordSignsInWhateverTheCaseOfTheEmail() {
        SecretToken token = service.signIn("MAI@example.org", "the right password", OFFICE);

        assertThat(store.agentOf(token.text()))
                .hasValueSatisfying(agent -> assertThat(agent.name()).isEqualTo("Mai"));
    }

    @Test
    void anUnknownEmailCannotBeToldFromAWrongPassword() {
        Problem wrong = refusal("mai@example.org", "wrong");
        int comparisonsOfWrong = hash.comparisons;
        Problem unknown = refusal("nobody@example.org", "wrong");

        assertThat(unknown)
                .usingRecursiveComparison()
                .ignoringFields("stackTrace")
                .isEqualTo(wrong);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(comparisonsOfWrong).isOne();
        assertThat(hash.comparisons).isEqualTo(2);
    }

    @Test
    void aDeactivatedAgentIsRefusedLikeAnUnknownOne() {
        database.jdbi().useHandle(handle -> handle.execute("update access.agent set active = false"));

        assertThat(refusal("mai@example.org", "the right password").status()).isEqualTo(401);
    }

    @Test
    void afterTooManyFailuresEvenTheRightPasswordMustWaitAndIsNotCompared() {
        refusal("mai@example.org", "wrong");
        refusal("mai@example.org", "wrong");
        refusal("mai@example.org", "wrong");

        assertThat(refusal("mai@example.org", "the right password").status()).isEqualTo(429);
        assertThat(hash.comparisons).isEqualTo(3);
    }

    @Test
    void whoIsSentAwayBecauseTooManySignInAtOnceHasUsedUpNoAttempt() {
        hash.busy = true;
        for (int i = 0; i < 5; i++) {
            assertThat(refusal("mai@example.org", "the right password").status())
                    .isEqualTo(503);
        }
        hash.busy = false;

        service.signIn("mai@example.org", "the right password", OFFICE);
    }

    @Test
    void signingInOftenIsNotThrottled() {
        for (int i = 0; i < 20; i++) {
            service.signIn("mai@example.org", "the right password", OFFICE);
        }
        assertThat(database.count("sign_in")).isEqualTo(20);
    }

    @Test
    void theSamePasswordTypedInDecomposedLettersIsRight() {
        String composed = passwords.hash("m\u1eadt kh\u1ea9u");

        assertThat(passwords.matches("ma\u0323\u0302t kha\u0302\u0309u", composed))
                .isTrue();
    }

    @Test
    void theHashIsAskedForTheStrengthThatIsPromised() {
        assertThat(hash.parameters)
                .containsEntry("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512")
                .containsEntry("Pbkdf2PasswordHash.Iterations", "210000")
                .containsEntry("Pbkdf2PasswordHash.SaltSizeBytes", "32");
    }

    private Problem refusal(String email, String password) {
        return catchThrowableOfType(Problem.class, () -> service.signIn(email, password, OFFICE));
    }
}
