package io.rapport.access.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Signs out: {@code POST /sign-out}, as often as one likes. */
@Path("sign-out")
@RequestScoped
public class SignOutResource {

    @Inject
    private SignInStore signIns;

    @Inject
    private SignInCookie cookie;

    @POST
    @PermitAll
    @APIResponse(responseCode = "204")
    public Response signOut(@Context HttpServletRequest request) {
        SignInStore.tokenIn(request.getHeader("Cookie")).ifPresent(signIns::end);
        return Response.noContent().cookie(cookie.removal(request)).build();
    }
}
