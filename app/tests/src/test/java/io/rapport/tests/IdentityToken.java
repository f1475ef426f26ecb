package io.rapport.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a shop's own server signs: JWS in its compact form (RFC 7515, section 3.1), by the JDK alone. */
public final class IdentityToken {
    private final Map<String, Object> claims;

    private IdentityToken(Map<String, Object> claims) {
        this.claims = claims;
    }

    /** For the demo shop, good for an hour. */
    public static IdentityToken of(String externalId) {
        return new IdentityToken(Json.object(
                "sub",
                externalId,
                "aud",
                "demo",
                "exp",
                Instant.now().plusSeconds(3_600).getEpochSecond()));
    }

    public IdentityToken with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    public String signedWith(String secret) {
        String signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
                + "."
                + base64(Json.write(claims).getBytes(UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
