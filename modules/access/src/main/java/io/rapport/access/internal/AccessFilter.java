package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lets an agent-facing request in, or refuses it: a resource method that names no role is open to nobody; a token needs
 * every scope that the method names; a request without a token that changes something must carry a header that a foreign
 * page cannot send without asking first (OWASP's Cross-Site Request Forgery Prevention Cheat Sheet, custom request
 * headers), as it cannot send a token. Visitors' resources see to themselves.
 *
 * <p>Comes before the check of roles that Payara adds by itself, whose refusals are no Problem Details.
 */
@Provider
@Priority(Priorities.AUTHORIZATION - 100)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {

    static final String HEADER = "X-Requested-With";
    static final String HEADER_VALUE = "rapport";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String VISITORS = "io.rapport.widget";

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest servletRequest;

    @Inject
    RequestCaller caller;

    @Inject
    SignInThrottle throttle;

    @Override
    public void filter(ContainerRequestContext request) {
        String home = resource.getResourceClass().getPackageName();
        if (!home.equals(VISITORS) && !home.startsWith(VISITORS + ".")) {
            Permission permission = Permission.of(resource.getResourceClass(), resource.getResourceMethod());
            admit(permission, request);
        }
    }

    private void admit(Permission permission, ContainerRequestContext request) {
        if (permission.isForNobody()) {
            throw Problem.forbidden("Nobody may do this.");
        }
        Optional<ApiToken> token = permission.isForEverybody() ? Optional.empty() : token();
        if (token.isPresent()) {
            admit(token.get(), permission);
        } else {
            admit(permission.isForEverybody() ? null : caller.card(), permission, request);
        }
    }

    /** Counted here, where the sender's address is known behind a proxy, too. */
    private Optional<ApiToken> token() {
        try {
            return caller.token();
        } catch (Problem refusal) {
            if (refusal.status() == 401) {
                throttle.wrongToken(servletRequest.getRemoteAddr());
            }
            throw refusal;
        }
    }

    private static void admit(ApiToken token, Permission permission) {
        if (permission.scopes().isEmpty()) {
            throw Problem.forbidden("API tokens may not do this. Sign in.");
        }
        List<String> lacking = token.lacks(permission.scopes());
        if (!lacking.isEmpty()) {
            throw Problem.scopeMissing(lacking);
        }
    }

    private static void admit(AgentCard agent, Permission permission, ContainerRequestContext request) {
        if (!READING.contains(request.getMethod()) && !HEADER_VALUE.equals(request.getHeaderString(HEADER))) {
            throw Problem.of(
                    403,
                    "/problems/header-missing",
                    "Header missing",
                    "A request that changes something needs the header " + HEADER + ": " + HEADER_VALUE + ".");
        }
        if (agent != null && !permission.includes(agent.role())) {
            throw Problem.forbidden("Your role does not allow this.");
        }
    }
}
