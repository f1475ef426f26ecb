package io.rapport.access.internal;

import io.rapport.access.Problem;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;

/** Stands in for the server's slow hash, and counts how often it was asked. */
final class FakePasswordHash implements Pbkdf2PasswordHash {

    Map<String, String> parameters = Map.of();
    int comparisons;
    boolean busy;

    @Override
    public void initialize(Map<String, String> given) {
        parameters = given;
    }

    @Override
    public String generate(char[] password) {
        return "hash of " + new String(password);
    }

    @Override
    public boolean verify(char[] password, String hashedPassword) {
        if (busy) {
            throw Problem.unavailable(Duration.ofSeconds(5));
        }
        comparisons++;
        return generate(password).equals(hashedPassword);
    }
}
