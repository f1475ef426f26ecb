package io.rapport.access.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A bearer's secret: 256 random bits as base64url without padding, 43 characters. The database knows its SHA-256 only,
 * which needs no salt, since there is nothing to guess.
 */
final class SecretToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private SecretToken(String text) {
        this.text = text;
    }

    static SecretToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token of this text; empty when it cannot be one, which saves asking the database. */
    static Optional<SecretToken> of(String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new SecretToken(text)) : Optional.empty();
    }

    /** What its bearer gets to see, once. */
    String text() {
        return text;
    }

    /** What it may be called without giving it away: its hash as base64url without padding. */
    String id() {
        return id(hash());
    }

    static String id(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    static byte[] hash(String id) {
        return Base64.getUrlDecoder().decode(id);
    }

    byte[] hash() {
        return sha256(text);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Never the secret: this may end in a log. */
    @Override
    public String toString() {
        return "SecretToken";
    }
}
