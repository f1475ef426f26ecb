package io.rapport.widget.internal;

import io.rapport.access.ClientNetwork;
import io.rapport.access.Problem;
import io.rapport.access.ProblemBody;
import io.rapport.access.SocketRequest;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers 429 to networks that open sockets too often, or too many that say nothing: before the connection is upgraded. */
@WebFilter(urlPatterns = VisitorSocket.PATH, asyncSupported = true)
public class VisitorSocketFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Limits limits;

    @Inject
    transient SocketPlaces places;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var network = new VisitorNetwork(ClientNetwork.of(request.getRemoteAddr()));
        try {
            limits.address(request.getRemoteAddr());
            places.check(network.getName());
        } catch (Problem tooMany) {
            ProblemBody.answer(response, tooMany);
            return;
        }
        chain.doFilter(new SocketRequest(request, network), response);
    }
}
