package io.rapport.widget.internal;

import io.rapport.access.Problem;
import io.rapport.sessions.Visit;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;

/** The visitor who makes the present request, named by the token in {@code Authorization: Bearer} (RFC 6750). */
@RequestScoped
public class Bearer {

    private static final String SCHEME = "Bearer ";
    /** No token of ours is longer; what is, is not looked up. */
    private static final int MOST = 100;

    @Inject
    Visitors visitors;

    @Inject
    Limits limits;

    @Inject
    Clock clock;

    /**
     * The visitor, to whom its history is open; throws Problem 401 without a valid token, or where the visitor has to prove
     * again who it is, 429 beyond the limits.
     */
    VisitorCard visitor(HttpServletRequest request) {
        VisitorCard visitor = holder(request);
        if (!visitor.isOpen(clock.instant())) {
            throw identityRequired();
        }
        return visitor;
    }

    /** The visitor of the token, whether or not its history is open; throws Problem 401 or 429. */
    VisitorCard holder(HttpServletRequest request) {
        String token = token(request);
        limits.address(request.getRemoteAddr());
        limits.token(token);
        VisitorCard visitor = visitors.authenticate(token).orElseThrow(Problem::unauthorised);
        limits.site(visitor.site());
        return visitor;
    }

    /** The token; throws Problem 401 for what can be none. */
    String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME) || header.length() > MOST) {
            throw Problem.unauthorised();
        }
        return header.substring(SCHEME.length());
    }

    /** 401: what this visitor wrote belongs to somebody known, who has to show a valid identity token first. */
    static Problem identityRequired() {
        return Problem.of(
                401, "/problems/identity-required", "Identity required", "Show a valid identity token first.");
    }

    /** What this request shows of the browser, for a session that starts with it. */
    Visit visit(HttpServletRequest request) {
        return new Visit(
                null,
                null,
                null,
                // Without the header this would be the server's own language.
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                        ? null
                        : request.getLocale().toLanguageTag(),
                null,
                request.getHeader(HttpHeaders.USER_AGENT),
                request.getRemoteAddr());
    }
}
