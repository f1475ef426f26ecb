package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import io.rapport.access.SignInPrincipal;
import io.rapport.access.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/**
 * Tells the container who makes a request below {@code /api/} (Jakarta Security 3.0): the program whose API token it
 * carries, else the agent whose sign-in's cookie. A token is never made up for by a cookie that comes along. Never refuses
 * by itself: {@link AccessFilter} does, once it is known what the request is for.
 */
@ApplicationScoped
public class CallerMechanism implements HttpAuthenticationMechanism {

    private static final String API = "/api/";

    private final SignIns signIns;
    private final ApiTokenTable tokens;

    /** For the container's proxy. */
    CallerMechanism() {
        this(null, null);
    }

    @Inject
    CallerMechanism(SignIns signIns, ApiTokenTable tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (!isForAgents(request)) {
            return context.doNothing();
        }
        String authorization = request.getHeader("Authorization");
        try {
            return ApiTokenSecret.isOffered(authorization)
                    ? tell(tokenIn(authorization), request, context)
                    : signIns.agentOf(request.getHeader("Cookie"))
                            .map(agent -> tell(agent, request, context))
                            .orElseGet(context::doNothing);
        } catch (RuntimeException failure) {
            RequestCaller.note(request, failure);
            return context.doNothing();
        }
    }

    private static boolean isForAgents(HttpServletRequest request) {
        return request.getRequestURI().startsWith(API, request.getContextPath().length());
    }

    private ApiToken tokenIn(String authorization) {
        return ApiTokenSecret.in(authorization).flatMap(tokens::find).orElseThrow(Problem::tokenInvalid);
    }

    private static AuthenticationStatus tell(ApiToken token, HttpServletRequest request, HttpMessageContext context) {
        RequestCaller.note(request, token);
        return context.notifyContainerAboutLogin(new CallerPrincipal(token.id().toString()), token.scopes());
    }

    private static AuthenticationStatus tell(AgentCard agent, HttpServletRequest request, HttpMessageContext context) {
        RequestCaller.note(request, agent);
        String signIn = SignInStore.tokenIn(request.getHeader("Cookie"))
                .map(SecretToken::id)
                .orElseThrow();
        return context.notifyContainerAboutLogin(
                new SignInPrincipal(agent.id().toString(), signIn),
                Set.of(agent.role().token()));
    }
}
