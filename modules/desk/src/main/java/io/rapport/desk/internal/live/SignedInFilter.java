package io.rapport.desk.internal.live;

import io.rapport.access.Problem;
import io.rapport.access.ProblemBody;
import io.rapport.access.SignInPrincipal;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Answers 401 to whoever wants an agent's socket without being signed in: before the connection is upgraded, since the
 * container does not bear well that a socket is closed while it is being opened.
 */
@WebFilter(urlPatterns = AgentSocket.PATH, asyncSupported = true)
public class SignedInFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SignInPrincipal.signInOf(request.getUserPrincipal()).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream()
                .write(JSON.toJson(ProblemBody.of(Problem.unauthorised())).getBytes(StandardCharsets.UTF_8));
    }
}
