package io.rapport.widget.internal;

import io.rapport.access.Problem;
import io.rapport.sessions.Visit;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

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

    /** The visitor; throws Problem 401 without a valid token, 429 beyond the limits. */
    VisitorCard visitor(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME) || header.length() > MOST) {
            throw Problem.unauthorised();
        }
        String token = header.substring(SCHEME.length());
        limits.address(request.getRemoteAddr());
        limits.token(token);
        VisitorCard visitor = visitors.authenticate(token).orElseThrow(Problem::unauthorised);
        limits.site(visitor.site());
        return visitor;
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
