package io.rapport.desk.internal.live;

import io.rapport.access.Problem;
import io.rapport.access.ProblemBody;
import io.rapport.access.SignInPrincipal;
import io.rapport.access.SocketRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers 401 to whoever wants an agent's socket without being signed in: before the connection is upgraded, since the
 * container does not bear well that a socket is closed while it is being opened.
 */
@WebFilter(urlPatterns = AgentSocket.PATH, asyncSupported = true)
public class SignedInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SignInPrincipal.signInOf(request.getUserPrincipal()).isPresent()) {
            chain.doFilter(new SocketRequest(request, request.getUserPrincipal()), response);
            return;
        }
        ProblemBody.answer(response, Problem.unauthorised());
    }
}
