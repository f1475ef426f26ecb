package io.rapport.access.internal;

import io.rapport.access.Checks;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Signs in: {@code POST /sign-in}. A sign-in that the browser had before ends. */
@Path("sign-in")
@RequestScoped
public class SignInResource {

    @Inject
    private SignInService service;

    @Inject
    private SignInStore signIns;

    @Inject
    private SignInCookie cookie;

    @POST
    @PermitAll
    @APIResponse(responseCode = "204")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response signIn(Credentials body, @Context HttpServletRequest request) {
        Credentials credentials = Checks.body(body).checked();
        SecretToken token = service.signIn(credentials.email(), credentials.password(), request.getRemoteAddr());
        SignInStore.tokenIn(request.getHeader("Cookie")).ifPresent(signIns::end);
        return Response.noContent().cookie(cookie.carrying(token, request)).build();
    }

    /** What an agent signs in with. */
    @Schema(requiredProperties = {"email", "password"})
    public record Credentials(String email, String password) {

        Credentials checked() {
            Checks checks = new Checks();
            String address = checks.email("email", email);
            String secret = checks.secret("password", password, 1, Passwords.LONGEST);
            checks.orThrow();
            return new Credentials(address, secret);
        }

        /** Never the password: this may end in a log. */
        @Override
        public String toString() {
            return "Credentials";
        }
    }
}
