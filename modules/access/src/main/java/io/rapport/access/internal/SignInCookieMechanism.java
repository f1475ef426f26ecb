package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.SignInPrincipal;
import io.rapport.access.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the container who makes a request below {@code /api/}, by the sign-in's cookie (Jakarta Security 3.0). Never refuses
 * by itself: {@link AccessFilter} does, once it is known what the request is for.
 */
@ApplicationScoped
public class SignInCookieMechanism implements HttpAuthenticationMechanism {

    private static final String API = "/api/";

    private final SignIns signIns;

    /** For the container's proxy. */
    SignInCookieMechanism() {
        this(null);
    }

    @Inject
    SignInCookieMechanism(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        return isForAgents(request)
                ? agentOf(request).map(agent -> tell(agent, request, context)).orElseGet(context::doNothing)
                : context.doNothing();
    }

    private static boolean isForAgents(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API, request.getContextPath().length());
    }

    private Optional<AgentCard> agentOf(HttpServletRequest request) {
        try {
            return signIns.agentOf(request.getHeader("Cookie"));
        } catch (RuntimeException failure) {
            RequestAgent.note(request, failure);
            return Optional.empty();
        }
    }

    private static AuthenticationStatus tell(AgentCard agent, HttpServletRequest request, HttpMessageContext context) {
        RequestAgent.note(request, agent);
        String signIn = SignInStore.tokenIn(request.getHeader("Cookie"))
                .map(SecretToken::id)
                .orElseThrow();
        return context.notifyContainerAboutLogin(
                new SignInPrincipal(agent.id().toString(), signIn),
                Set.of(agent.role().token()));
    }
}
