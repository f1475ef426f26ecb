package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String OFFICE = "192.0.2.1";

    private final MovableClock clock = new MovableClock();
    private final AccessDatabase database = AccessDatabase.empty();
    private final SignInThrottle throttle =
            new SignInThrottle(database.jdbi(), clock, new SignInLimits(3, 5, 7, Duration.ofMinutes(15)));

    @Test
    void aFourthAttemptForOneEmailFromOneAddressMustWait() {
        attempts(3, "mai@example.org", OFFICE);
        clock.advance(Duration.ofMinutes(5));

        Problem problem =
                catchThrowableOfType(Problem.class, () -> throttle.attempt(Attempt.of("MAI@example.org", OFFICE)));

        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.retryAfterSeconds()).contains(600L);
    }

    @Test
    void anotherAddressIsNotKeptFromSigningIn() {
        attempts(3, "mai@example.org", OFFICE);

        assertThatCode(() -> attempts(3, "mai@example.org", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void manyEmailsFromOneAddressMustWaitToo() {
        IntStream.range(0, 5).forEach(i -> attempts(1, "agent" + i + "@example.org", OFFICE));

        assertRefused("agent5@example.org", OFFICE);
    }

    @Test
    void oneEmailFromManyAddressesMustWaitToo() {
        IntStream.range(0, 7).forEach(i -> attempts(1, "mai@example.org", "192.0.2." + i));

        assertRefused("mai@example.org", "192.0.2.100");
    }

    @Test
    void refusedAttemptsOfOneAddressDoNotUseUpTheEmail() {
        attempts(3, "mai@example.org", OFFICE);
        IntStream.range(0, 20).forEach(i -> assertRefused("mai@example.org", OFFICE));

        assertThatCode(() -> attempts(3, "mai@example.org", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void theAddressesOfOneIpv6NetworkCountAsOne() {
        attempts(3, "mai@example.org", "2001:db8:1:2::1");

        assertRefused("mai@example.org", "2001:db8:1:2:ffff::9");
        attempts(1, "mai@example.org", "2001:db8:1:3::1");
    }

    @Test
    void afterTheWindowAttemptsAreWelcomeAgain() {
        attempts(3, "mai@example.org", OFFICE);
        assertRefused("mai@example.org", OFFICE);

        clock.advance(Duration.ofMinutes(15));

        assertThatCode(() -> attempts(3, "mai@example.org", OFFICE)).doesNotThrowAnyException();
        assertRefused("mai@example.org", OFFICE);
    }

    @Test
    void aRightPasswordForgivesTheMistypingsBefore() {
        for (int day = 0; day < 10; day++) {
            attempts(3, "mai@example.org", OFFICE);
            succeed("mai@example.org", OFFICE);
            succeed("mai@example.org", OFFICE);
            succeed("mai@example.org", OFFICE);
        }
    }

    @Test
    void signingInOneselfBuysNoAttemptsForOthersEmails() {
        IntStream.range(0, 5).forEach(i -> {
            attempts(1, "agent" + i + "@example.org", OFFICE);
            attempts(1, "mine@example.org", i + ".0.0.1");
            succeed("mine@example.org", i + ".0.0.1");
        });

        assertRefused("agent5@example.org", OFFICE);
    }

    @Test
    void attemptsAtTheSameTimeAreAllCounted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Future<Boolean>> attempts = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> isAdmitted("mai@example.org", OFFICE)))
                    .toList();
            int admitted = 0;
            for (Future<Boolean> attempt : attempts) {
                admitted += attempt.get() ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void oldCountsAreSweptByLaterAttempts() {
        attempts(1, "mai@example.org", OFFICE);
        clock.advance(Duration.ofMinutes(15));

        attempts(1, "nam@example.org", "192.0.2.2");

        assertThat(database.count("sign_in_attempts")).isEqualTo(3);
    }

    @Test
    void wrongTokensOfOneNetworkMustWaitAndKeepNobodyFromSigningIn() {
        IntStream.range(0, 5).forEach(i -> throttle.wrongToken("2001:db8:1:2::" + i));

        assertThatThrownBy(() -> throttle.wrongToken("2001:db8:1:2::9"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));
        assertThatCode(() -> throttle.wrongToken(OFFICE)).doesNotThrowAnyException();
        attempts(1, "mai@example.org", "2001:db8:1:2::1");
    }

    @Test
    void limitsThatMakeNoSenseAreRefusedAtStart() {
        assertThatThrownBy(() -> new SignInLimits(0, 1, 1, Duration.ofMinutes(1)))
                .hasMessageContaining("rapport.limits.sign-in");
    }

    private boolean isAdmitted(String email, String address) {
        try {
            throttle.attempt(Attempt.of(email, address));
            return true;
        } catch (Problem problem) {
            return false;
        }
    }

    private void attempts(int times, String email, String address) {
        IntStream.range(0, times).forEach(i -> throttle.attempt(Attempt.of(email, address)));
    }

    private void succeed(String email, String address) {
        throttle.succeeded(Attempt.of(email, address));
    }

    private void assertRefused(String email, String address) {
        assertThat(isAdmitted(email, address)).isFalse();
    }
}
