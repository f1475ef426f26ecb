package io.rapport.sites.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.rapport.access.Problem;
import io.rapport.sites.ProvenIdentity;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String SITE = "shop";
    private static final String SECRET = "q0M1b3c2S9x8Z7y6W5v4U3t2R1p0O9n8M7l6K5j4H3g";
    private static final String NEXT_SECRET = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v";

    private static JWTClaimsSet.Builder mai() {
        return new JWTClaimsSet.Builder().subject("mai").audience(SITE).expirationTime(at(NOW.plusSeconds(600)));
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    private static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, JWSAlgorithm.HS256, SECRET);
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String secret) {
        try {
            return signed(claims, algorithm, new MACSigner(secret));
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, JWSSigner signer) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims.build());
            jwt.sign(signer);
            return jwt.serialize();
        } catch (JOSEException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static ProvenIdentity read(String token) {
        return IdentityToken.parse(token).proof(List.of(NEXT_SECRET, SECRET), SITE, NOW);
    }

    private static void assertRefused(String token, int status, String type) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(token));
        assertThat(problem).as("the token is taken").isNotNull();
        assertThat(problem.type()).isEqualTo("/problems/identity-token-" + type);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo("identityToken"));
    }

    @Test
    void aTokenSaysWhoItIs() {
        ProvenIdentity mai = read(signed(mai().claim("name", "Mai")
                .claim("email", "mai@example.com")
                .claim("phone_number", "+84912345678")
                .claim("admin", true)));
        assertThat(mai.externalId()).isEqualTo("mai");
        assertThat(mai.claims()).isEqualTo(Map.of("name", "Mai", "email", "mai@example.com", "phone", "+84912345678"));
        assertThat(mai.expiresAt()).isEqualTo(NOW.plusSeconds(660));
    }

    @Test
    void bothSecretsAreGoodWhileOneIsExchanged() {
        assertThat(read(signed(mai(), JWSAlgorithm.HS256, NEXT_SECRET)).externalId())
                .isEqualTo("mai");
        assertThat(read(signed(mai())).externalId()).isEqualTo("mai");
    }

    @Test
    void theSecretOfAnotherSiteProvesNothing() {
        assertRefused(signed(mai(), JWSAlgorithm.HS256, SECRET.toLowerCase(java.util.Locale.ROOT)), 401, "signature");
        Problem without = catchThrowableOfType(
                Problem.class, () -> IdentityToken.parse(signed(mai())).proof(List.of(), SITE, NOW));
        assertThat(without.type()).endsWith("signature");
    }

    @Test
    void oneWithoutASignatureIsRefused() {
        String unsigned = new PlainJWT(mai().build()).serialize();
        assertRefused(unsigned, 422, "algorithm");
        String[] parts = signed(mai()).split("\\.");
        assertRefused(parts[0] + "." + parts[1] + ".", 422, "malformed");
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(catchThrowableOfType(Problem.class, () -> read(none + "." + parts[1] + "." + parts[2])))
                .isNotNull();
    }

    @Test
    void otherAlgorithmsAreRefusedEvenWithTheRightSecret() {
        String longSecret = SECRET + SECRET;
        for (JWSAlgorithm other : List.of(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            String token = signed(mai(), other, longSecret);
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> IdentityToken.parse(token).proof(List.of(longSecret), SITE, NOW));
            assertThat(problem.type()).isEqualTo("/problems/identity-token-algorithm");
        }
    }

    @Test
    void aSignatureByAKeyPairIsRefusedWhateverTheHeaderSays() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2_048);
        KeyPair pair = generator.generateKeyPair();
        assertRefused(signed(mai(), JWSAlgorithm.RS256, new RSASSASigner(pair.getPrivate())), 422, "algorithm");
        // HMAC by what a verifier of RS256 would hold as its key: everybody knows that one.
        String publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        assertRefused(signed(mai(), JWSAlgorithm.HS256, publicKey), 401, "signature");
    }

    @Test
    void oneForAnotherSiteIsRefused() {
        assertRefused(signed(mai().audience("other")), 401, "audience");
        assertRefused(signed(mai().audience((String) null)), 401, "audience");
        assertThat(read(signed(mai().audience(List.of("other", SITE)))).externalId())
                .isEqualTo("mai");
    }

    @Test
    void clocksMayBeAMinuteApartAndNoMore() {
        assertThat(read(signed(mai().expirationTime(at(NOW.minusSeconds(59))))).externalId())
                .isEqualTo("mai");
        assertRefused(signed(mai().expirationTime(at(NOW.minusSeconds(60)))), 401, "expired");
        assertThat(read(signed(mai().notBeforeTime(at(NOW.plusSeconds(60))))).externalId())
                .isEqualTo("mai");
        assertRefused(signed(mai().notBeforeTime(at(NOW.plusSeconds(61)))), 401, "expired");
    }

    @Test
    void oneThatEndsInTheFarFutureIsTaken() {
        assertThat(read(signed(mai().claim("exp", Long.MAX_VALUE / 2_000))).expiresAt())
                .isBefore(Instant.parse("9999-12-31T00:00:00Z"));
    }

    @Test
    void oneThatNeverEndsIsRefused() {
        assertRefused(signed(mai().expirationTime(null)), 422, "no-expiry");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb"})
    void oneThatNamesNobodyIsRefused(String subject) {
        assertRefused(signed(mai().subject(subject)), 422, "subject");
    }

    @Test
    void anExternalIdHasAtMost200Characters() {
        assertThat(read(signed(mai().subject("x".repeat(200)))).externalId()).hasSize(200);
        assertRefused(signed(mai().subject("x".repeat(201))), 422, "subject");
        assertThat(read(signed(mai().claim("sub", 7))).externalId())
                .as("many books number people")
                .isEqualTo("7");
    }

    @Test
    void oneLargerThan8KilobytesIsNotLookedInto() {
        assertRefused(signed(mai().claim("more", "x".repeat(8_192))), 422, "too-large");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "mai", "a.b.c", "..", "e30.e30.e30", "e30.W10.e30", "{}", "💩.💩.💩"})
    void whatIsNoTokenIsRefused(String text) {
        assertRefused(text, 422, "malformed");
    }

    @Test
    void anEmailThatTheTokenItselfDoubtsIsNotTaken() {
        assertThat(read(signed(mai().claim("email", "mai@example.com").claim("email_verified", false)))
                        .claims())
                .isEmpty();
    }

    @Test
    void aClaimThatWasChangedAfterSigningIsNoticed() {
        String[] parts = signed(mai()).split("\\.");
        String nams = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace("mai", "nam");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(nams.getBytes(StandardCharsets.UTF_8));
        assertRefused(parts[0] + "." + forged + "." + parts[2], 401, "signature");
    }
}
