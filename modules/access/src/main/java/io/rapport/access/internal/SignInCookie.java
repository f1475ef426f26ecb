package io.rapport.access.internal;

import io.rapport.access.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that carries a sign-in: out of reach for scripts and for other sites' posts, encrypted where the site is. */
@ApplicationScoped
class SignInCookie {

    private final boolean siteIsEncrypted;

    /** For the container's proxy. */
    SignInCookie() {
        this.siteIsEncrypted = false;
    }

    @Inject
    SignInCookie(
            @ConfigProperty(name = "rapport.public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.siteIsEncrypted = publicUrl.regionMatches(true, 0, "https:", 0, "https:".length());
    }

    /** Hands the token over. The browser keeps it as long as any sign-in can last; when it ends is the server's to say. */
    NewCookie carrying(SecretToken token, HttpServletRequest request) {
        return cookie(token.text(), SignInStore.LONGEST_LIFE, request);
    }

    /** Takes it back. */
    NewCookie removal(HttpServletRequest request) {
        return cookie("", Duration.ZERO, request);
    }

    private NewCookie cookie(String value, Duration life, HttpServletRequest request) {
        return new NewCookie.Builder(SignIns.COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) life.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .secure(siteIsEncrypted || request.isSecure())
                .build();
    }
}
