package io.rapport.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Addresses inside the console are the browser application's own: each is answered with its page. Its assets are files: one
 * that a newer version no longer has is missing, and no page in its place.
 */
public class ConsoleFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String CONSOLE = "/console/";
    private static final String ASSETS = CONSOLE + "assets/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.isEmpty() || path.equals("/") || path.equals("/console")) {
            response.sendRedirect(CONSOLE);
        } else if (isPage(path) && getServletContext().getResource(path) == null) {
            request.getRequestDispatcher(CONSOLE + "index.html").forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(String path) {
        return path.startsWith(CONSOLE) && !path.startsWith(ASSETS);
    }
}
