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

/** Sets the password of the agent who follows the one-time link, and signs in: {@code POST /password}. */
@Path("password")
@RequestScoped
public class PasswordResource {

    @Inject
    private PasswordLinks links;

    @Inject
    private Team team;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInCookie cookie;

    /** The link is looked at before the password is hashed, which costs. */
    @POST
    @PermitAll
    @APIResponse(responseCode = "204")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(Choice body, @Context HttpServletRequest request) {
        Choice choice = Checks.body(body);
        Checks checks = new Checks();
        String text = checks.secret("token", choice.token(), 1, 100);
        String password = checks.secret("password", choice.password(), Passwords.SHORTEST, Passwords.LONGEST);
        checks.orThrow();
        SecretToken token = SecretToken.of(text).orElseThrow(PasswordLinks::wrongLink);
        links.check(token);
        SecretToken signIn = team.setPassword(token, passwords.hash(password));
        return Response.noContent().cookie(cookie.carrying(signIn, request)).build();
    }

    /** What the agent who follows the link chooses. */
    @Schema(requiredProperties = {"token", "password"})
    public record Choice(String token, String password) {

        /** Never the secrets: this may end in a log. */
        @Override
        public String toString() {
            return "Choice";
        }
    }
}
