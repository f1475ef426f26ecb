package io.rapport.access.internal;

import io.rapport.access.Problem;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords and compares them, by PBKDF2 (RFC 8018) with the strength that OWASP's Password Storage Cheat Sheet
 * asks for. Slow on purpose, so only as many at once as leave the server a processor for everybody else, and only few may
 * wait for their turn: each holds a thread of the server meanwhile, which visitors need.
 */
@ApplicationScoped
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final Map<String, String> STRENGTH = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** How many may wait for each turn: about as many as come through within the longest wait. */
    static final int WAITING_PER_TURN = 8;

    static final int TURNS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final Pbkdf2PasswordHash hash;
    private final Semaphore places = new Semaphore(TURNS * (1 + WAITING_PER_TURN));
    private final Semaphore turns = new Semaphore(TURNS, true);
    private String nobodysHash;

    /** For the container's proxy. */
    Passwords() {
        this(null);
    }

    @Inject
    Passwords(Pbkdf2PasswordHash hash) {
        this.hash = hash;
    }

    @PostConstruct
    void prepare() {
        hash.initialize(STRENGTH);
        nobodysHash = hash(SecretToken.random().text());
    }

    /** Throws the 503 {@link Problem} when too many wait already, or it takes too long. */
    String hash(String password) {
        return inTurn(() -> hash.generate(characters(password)));
    }

    /** Whether it is the password of that hash; throws the 503 {@link Problem} like {@link #hash(String)}. */
    boolean matches(String password, String storedHash) {
        return inTurn(() -> hash.verify(characters(password), storedHash));
    }

    /** Takes as long as {@link #matches}, so that an unknown e-mail address cannot be told from a wrong password. */
    void compareInVain(String password) {
        matches(password, nobodysHash);
    }

    /** Whether whoever comes now is sent away. */
    boolean isCrowded() {
        return places.availablePermits() == 0;
    }

    /** The same letters typed on another keyboard are the same password (NIST SP 800-63B, section 5.1.1.2). */
    private static char[] characters(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Problem.unavailable(LONGEST_WAIT);
        }
        try {
            awaitTurn();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.unavailable(LONGEST_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable(LONGEST_WAIT);
        }
    }
}
