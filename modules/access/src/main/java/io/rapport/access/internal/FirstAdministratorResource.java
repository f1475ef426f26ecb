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

/** Makes the first administrator from the one-time link, and signs in: {@code POST /first-administrator}. */
@Path("first-administrator")
@RequestScoped
public class FirstAdministratorResource {

    @Inject
    private FirstAdministrator firstAdministrator;

    @Inject
    private FirstAdministratorLink link;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInCookie cookie;

    @POST
    @PermitAll
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = "An administrator is there already")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(Welcome body, @Context HttpServletRequest request) {
        Welcome welcome = Checks.body(body);
        Checks checks = new Checks();
        String text = checks.secret("token", welcome.token(), 1, 100);
        NewAdministrator administrator =
                NewAdministrator.checked(checks, welcome.name(), welcome.email(), welcome.password());
        SecretToken token = SecretToken.of(text).orElseThrow(FirstAdministrator::wrongLink);
        firstAdministrator.check(token);
        String hash = passwords.hash(administrator.password());
        SecretToken signIn = firstAdministrator.claim(token, administrator.name(), administrator.email(), hash);
        link.forget();
        return Response.noContent().cookie(cookie.carrying(signIn, request)).build();
    }

    /** What the person who follows the link fills in. */
    @Schema(requiredProperties = {"token", "name", "email", "password"})
    public record Welcome(String token, String name, String email, String password) {

        /** Never the secrets: this may end in a log. */
        @Override
        public String toString() {
            return "Welcome";
        }
    }
}
