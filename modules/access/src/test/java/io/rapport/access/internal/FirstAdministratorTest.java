package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.fixtures.Fired;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {

    private final MovableClock clock = new MovableClock();
    private final AccessDatabase database = AccessDatabase.empty();
    private final SignInStore signIns = new SignInStore(database.jdbi(), clock, new Fired<>());

    @Test
    void whoFollowsTheLinkBecomesAdministratorAndIsSignedIn() {
        SecretToken signIn = claim(renew(), "Mai");

        assertThat(signIns.agentOf(signIn.text()))
                .hasValueSatisfying(agent -> assertThat(agent)
                        .extracting(AgentCard::name, AgentCard::email, AgentCard::role, AgentCard::active)
                        .containsExactly("Mai", "Mai@Example.org", Role.ADMINISTRATOR, true));
        assertThat(database.count("first_administrator_token")).isZero();
    }

    @Test
    void theLinkWorksOnce() {
        SecretToken token = renew();
        claim(token, "Mai");

        assertThat(refusal(token).status()).isEqualTo(409);
        assertThat(database.count("agent")).isOne();
    }

    @Test
    void aWrongLinkIsRefused() {
        renew();

        assertThat(refusal(SecretToken.random()).status()).isEqualTo(403);
        assertThat(catchThrowableOfType(Problem.class, () -> check(SecretToken.random()))
                        .status())
                .isEqualTo(403);
        assertThat(database.count("agent")).isZero();
    }

    @Test
    void theLinkWorksForADay() {
        SecretToken token = renew();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        check(token);

        clock.advance(Duration.ofSeconds(1));

        assertThat(refusal(token).status()).isEqualTo(403);
    }

    @Test
    void eachStartMakesANewLinkAndTheOldOneIsWorthless() {
        SecretToken first = renew();
        SecretToken second = renew();

        assertThat(refusal(first).status()).isEqualTo(403);
        claim(second, "Mai");
    }

    @Test
    void twoWhoFollowTheLinkAtOnceMakeOneAdministrator() throws Exception {
        SecretToken token = renew();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<SecretToken>> claims = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> claim(token, "Agent" + i)))
                    .toList();
            assertThat(claims.stream().filter(FirstAdministratorTest::succeeded))
                    .hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(database.count("agent")).isOne();
        assertThat(database.count("sign_in")).isOne();
    }

    @Test
    void settingsMakeTheAdministratorOnceAndNoLinkIsNeeded() {
        boolean first = inTransaction(it -> it.create("Administrator", "boss@example.org", "hash"));
        boolean second = inTransaction(it -> it.create("Administrator", "other@example.org", "hash"));
        Optional<SecretToken> link = inTransaction(FirstAdministrator::renewToken);
        boolean missing = inTransaction(FirstAdministrator::isMissing);

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(link).isEmpty();
        assertThat(missing).isFalse();
    }

    private SecretToken renew() {
        return inTransaction(FirstAdministrator::renewToken).orElseThrow();
    }

    private SecretToken claim(SecretToken token, String name) {
        return inTransaction(first -> first.claim(token, name, name + "@Example.org", "hash"));
    }

    private void check(SecretToken token) {
        inTransaction(first -> {
            first.check(token);
            return null;
        });
    }

    private Problem refusal(SecretToken token) {
        return catchThrowableOfType(Problem.class, () -> claim(token, "Nam"));
    }

    private <T> T inTransaction(Function<FirstAdministrator, T> work) {
        return database.inTransaction((jdbi, entities) -> work.apply(new FirstAdministrator(
                jdbi, new AgentRepository(entities), new SignInStore(jdbi, clock, new Fired<>()), clock)));
    }

    private static boolean succeeded(Future<SecretToken> claim) {
        try {
            return claim.get() != null;
        } catch (java.util.concurrent.ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(409));
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
