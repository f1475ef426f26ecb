package io.rapport.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rapport.access.Problem;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int WELCOME = Passwords.TURNS * (1 + Passwords.WAITING_PER_TURN);

    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(Passwords.TURNS);
    private final Passwords passwords = new Passwords(new SlowHash());
    private final ExecutorService people = Executors.newFixedThreadPool(WELCOME);

    @AfterEach
    void goHome() {
        people.shutdownNow();
    }

    /** Hashes when the test lets it. */
    private final class SlowHash implements Pbkdf2PasswordHash {
        @Override
        public void initialize(Map<String, String> parameters) {}

        @Override
        public String generate(char[] password) {
            return new String(password);
        }

        @Override
        public boolean verify(char[] password, String hashed) {
            begun.countDown();
            try {
                return go.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                return false;
            }
        }
    }

    @Test
    void whoComesWhenTooManyWaitIsSentAwayAtOnceAndToldWhenToComeBack() throws Exception {
        List<Future<Boolean>> waiting = new ArrayList<>();
        for (int person = 0; person < WELCOME; person++) {
            waiting.add(people.submit(() -> passwords.matches("secret", "hash")));
        }
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        while (!passwords.isCrowded()) {
            Thread.onSpinWait();
        }

        long begin = System.nanoTime();
        Problem refusal = catchThrowableOfType(Problem.class, () -> passwords.hash("secret"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.retryAfterSeconds()).contains(5L);

        go.countDown();
        for (Future<Boolean> one : waiting) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(passwords.matches("secret", "hash")).isTrue();
    }
}
