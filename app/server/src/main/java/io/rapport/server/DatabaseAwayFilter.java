package io.rapport.server;

import io.rapport.access.Problem;
import io.rapport.access.ProblemBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** While the database is away, calls are answered 503 at once: none takes a thread to wait for it. */
public class DatabaseAwayFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (WatchedDataSource.isAway()) {
            ProblemBody.answer(response, Problem.unavailable(ProblemMapper.SOON));
        } else {
            chain.doFilter(request, response);
        }
    }
}
