package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The agent whom {@link SignInCookieMechanism} noted on the request. */
@RequestScoped
class RequestAgent implements CurrentAgent {

    private static final String AGENT = RequestAgent.class.getName();
    private static final String FAILURE = AGENT + ".failure";

    private final HttpServletRequest request;

    /** For the container's proxy. */
    RequestAgent() {
        this(null);
    }

    @Inject
    RequestAgent(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public AgentCard card() {
        return ifAny().orElseThrow(Problem::unauthorised);
    }

    /** The agent; empty when nobody is signed in; throws what kept the server from finding out. */
    Optional<AgentCard> ifAny() {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        return Optional.ofNullable((AgentCard) request.getAttribute(AGENT));
    }

    static void note(HttpServletRequest request, AgentCard agent) {
        request.setAttribute(AGENT, agent);
    }

    /** Keeps a failure until something asks who it is: public answers need not suffer from it. */
    static void note(HttpServletRequest request, RuntimeException failure) {
        request.setAttribute(FAILURE, failure);
    }
}
