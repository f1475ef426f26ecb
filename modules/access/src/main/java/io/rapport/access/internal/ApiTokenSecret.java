package io.rapport.access.internal;

import java.util.Optional;

/**
 * How an API token is written: a {@link SecretToken} behind a prefix, by which people and scanners of source code know what
 * it is when they find it where it should not be.
 */
final class ApiTokenSecret {

    static final String PREFIX = "rpt_";

    private static final String SCHEME = "Bearer";

    private ApiTokenSecret() {}

    /** What its bearer gets to see, once. */
    static String textOf(SecretToken secret) {
        return PREFIX + secret.text();
    }

    /** Whether the header {@code Authorization} offers a token of whatever sort (RFC 6750, section 2.1); null does not. */
    static boolean isOffered(String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (authorization.length() == SCHEME.length() || authorization.charAt(SCHEME.length()) == ' ');
    }

    /** The secret in such a header; empty when it cannot be one. */
    static Optional<SecretToken> in(String authorization) {
        String text = authorization.substring(SCHEME.length()).strip();
        return text.startsWith(PREFIX) ? SecretToken.of(text.substring(PREFIX.length())) : Optional.empty();
    }
}
