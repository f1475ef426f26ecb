package io.rapport.sites.internal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import io.rapport.access.TextRules;
import io.rapport.sites.ProvenIdentity;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signed JSON Web Token (RFC 7519, RFC 7515) whose signature has yet to be checked. Its algorithm is fixed to HS256,
 * whatever its header says (RFC 8725, section 3.1): nothing is looked up by what a stranger wrote there.
 */
final class IdentityToken {

    /** The longest token, in characters; each is a byte. */
    static final int MOST = 8_192;

    private static final int LONGEST_ID = 200;
    /** How far two servers' clocks may be apart. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    /** The end of the year 9998. */
    private static final long LATEST = 253_370_764_799L;

    private final SignedJWT jwt;

    private IdentityToken(SignedJWT jwt) {
        this.jwt = jwt;
    }

    /** Throws Problem 422 for what is no token, or one that is not signed with HS256. */
    static IdentityToken parse(String token) {
        if (token == null || token.isBlank()) {
            throw TokenRefusal.MALFORMED.because("is required");
        }
        if (token.length() > MOST) {
            throw TokenRefusal.TOO_LARGE.because("must not be longer than 8 kB");
        }
        JWT jwt = parsed(token);
        if (!(jwt instanceof SignedJWT signed)
                || !JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())) {
            throw TokenRefusal.ALGORITHM.because("must be signed with HS256");
        }
        return new IdentityToken(signed);
    }

    /** What the token proves; throws Problem 401 or 422. */
    ProvenIdentity proof(List<String> secrets, String audience, Instant now) {
        if (secrets.stream().noneMatch(this::isSignedWith)) {
            throw TokenRefusal.SIGNATURE.because("is not signed with a secret of this site");
        }
        JWTClaimsSet claims = claims();
        if (!claims.getAudience().contains(audience)) {
            throw TokenRefusal.AUDIENCE.because("is not meant for this site: aud must be its key");
        }
        Instant expiresAt = expiry(claims, now);
        return new ProvenIdentity(subject(claims), said(claims), expiresAt);
    }

    private static JWT parsed(String token) {
        try {
            return JWTParser.parse(token);
        } catch (ParseException | IllegalArgumentException malformed) {
            throw TokenRefusal.MALFORMED.because("must be a JSON Web Token");
        }
    }

    private JWTClaimsSet claims() {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException malformed) {
            throw TokenRefusal.MALFORMED.because("must carry claims as a JSON object");
        }
    }

    private boolean isSignedWith(String secret) {
        try {
            return jwt.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static Instant expiry(JWTClaimsSet claims, Instant now) {
        Instant end = moment(claims, "exp")
                .orElseThrow(() -> TokenRefusal.NO_EXPIRY.because("must say until when it is good: exp"))
                .plus(LEEWAY);
        if (!end.isAfter(now)) {
            throw TokenRefusal.EXPIRED.because("has expired");
        }
        if (moment(claims, "nbf")
                .filter(begin -> begin.isAfter(now.plus(LEEWAY)))
                .isPresent()) {
            throw TokenRefusal.EXPIRED.because("is not good yet: nbf lies in the future");
        }
        return end;
    }

    /** A NumericDate (RFC 7519, section 2); what is later than anybody lives is as late as the database can tell. */
    private static Optional<Instant> moment(JWTClaimsSet claims, String claim) {
        return claims.toJSONObject().get(claim) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(Math.max(0, Math.min(seconds.longValue(), LATEST))))
                : Optional.empty();
    }

    private static String subject(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        boolean fits = subject != null
                && !subject.isBlank()
                && TextRules.length(subject) <= LONGEST_ID
                && TextRules.faultOfLine(subject).isEmpty();
        if (!fits) {
            throw TokenRefusal.SUBJECT.because("must name the person: sub, 1 to " + LONGEST_ID + " characters");
        }
        return subject;
    }

    /** The names are those of OpenID Connect Core 1.0, section 5.1. */
    private static Map<String, Object> said(JWTClaimsSet claims) {
        Map<String, Object> said = new HashMap<>();
        put(said, "name", claims.getClaim("name"));
        if (isVouchedFor(claims, "email_verified")) {
            put(said, "email", claims.getClaim("email"));
        }
        if (isVouchedFor(claims, "phone_number_verified")) {
            put(said, "phone", claims.getClaim("phone_number"));
        }
        return said;
    }

    private static boolean isVouchedFor(JWTClaimsSet claims, String mark) {
        Object verified = claims.getClaim(mark);
        return verified == null || Boolean.TRUE.equals(verified);
    }

    private static void put(Map<String, Object> said, String key, Object value) {
        if (value != null) {
            said.put(key, value);
        }
    }
}
