package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Problem;
import io.rapport.events.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whom {@link CallerMechanism} noted on the request: an agent, or a token. */
@RequestScoped
class RequestCaller implements CurrentAgent {

    private static final String AGENT = RequestCaller.class.getName();
    private static final String TOKEN = AGENT + ".token";
    private static final String FAILURE = AGENT + ".failure";

    private final HttpServletRequest request;

    /** For the container's proxy. */
    RequestCaller() {
        this(null);
    }

    @Inject
    RequestCaller(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public AgentCard card() {
        if (token().isPresent()) {
            throw Problem.forbidden("API tokens may not do this. Sign in.");
        }
        return Optional.ofNullable((AgentCard) request.getAttribute(AGENT)).orElseThrow(Problem::unauthorised);
    }

    @Override
    public Actor actor() {
        return token().map(ApiToken::asActor).orElseGet(() -> card().asActor());
    }

    /** The token; empty when none was offered; throws what kept the server from finding out whose request it is. */
    Optional<ApiToken> token() {
        if (request.getAttribute(FAILURE) instanceof RuntimeException failure) {
            throw failure;
        }
        return Optional.ofNullable((ApiToken) request.getAttribute(TOKEN));
    }

    static void note(HttpServletRequest request, AgentCard agent) {
        request.setAttribute(AGENT, agent);
    }

    static void note(HttpServletRequest request, ApiToken token) {
        request.setAttribute(TOKEN, token);
    }

    /** Keeps a failure until something asks who it is: public answers need not suffer from it. */
    static void note(HttpServletRequest request, RuntimeException failure) {
        request.setAttribute(FAILURE, failure);
    }
}
