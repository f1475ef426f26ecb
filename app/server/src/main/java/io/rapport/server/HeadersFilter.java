package io.rapport.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What every answer says to browsers: no guessing of types, no framing but of the widget's own frame (which sets its own
 * policy), no scripts from elsewhere; hashed files are kept, answers of the API are not.
 */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                    + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String DEMO_POLICY =
            "default-src 'self' http://localhost:* http://*.localhost:*; object-src 'none'; base-uri 'none'; "
                    + "style-src 'self' 'unsafe-inline' http://*.localhost:*";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Content-Security-Policy", path.startsWith("/demo/") ? DEMO_POLICY : POLICY);
        response.setHeader("Cache-Control", caching(path));
        chain.doFilter(request, response);
    }

    private String caching(String path) throws IOException {
        if (path.startsWith("/console/assets/") || path.startsWith("/widget/assets/")) {
            // One that is missing may be there after the next update.
            return getServletContext().getResource(path) == null ? "no-store" : "public, max-age=31536000, immutable";
        }
        return path.startsWith("/api/") || path.startsWith("/widget/v1/") ? "no-store" : "no-cache";
    }
}
