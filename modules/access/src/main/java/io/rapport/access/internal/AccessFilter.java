package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Problem;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Lets an agent-facing request in, or refuses it: a resource method that names no role is open to nobody; a request that
 * changes something must carry a header that a foreign page cannot send without asking first (OWASP's Cross-Site Request
 * Forgery Prevention Cheat Sheet, custom request headers). Visitors' resources see to themselves.
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

    @Inject
    RequestAgent requestAgent;

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
        AgentCard agent = permission.isForEverybody() ? null : requestAgent.card();
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
