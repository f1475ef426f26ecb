package io.rapport.sites.internal;

import io.rapport.access.CurrentAgent;
import io.rapport.access.Role;
import io.rapport.access.SignedInOnly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a site's server signs identity tokens with: made, seen by its age and retired by administrators. */
@Path("/sites/{id}/identity-secret")
@RequestScoped
@SignedInOnly
@RolesAllowed(Role.ADMINISTRATOR_NAME)
@Produces(MediaType.APPLICATION_JSON)
public class IdentitySecretResource {

    /** A secret, known by its age. */
    @Schema(
            name = "IdentitySecret",
            requiredProperties = {"id", "createdAt"})
    public record Body(UUID id, Instant createdAt) {}

    /** The secrets that are good, newest first; at most two. */
    @Schema(
            name = "IdentitySecretList",
            requiredProperties = {"items"})
    public record ListBody(List<Body> items, String next) {}

    /** A new secret; nobody is told it again. */
    @Schema(
            name = "IdentitySecretMade",
            requiredProperties = {"id", "secret", "createdAt"})
    public record MadeBody(UUID id, String secret, Instant createdAt) {}

    @PathParam("id")
    UUID site;

    @Inject
    IdentitySecrets secrets;

    @Inject
    CurrentAgent agent;

    @GET
    public ListBody list() {
        return new ListBody(
                secrets.of(site).stream()
                        .map(known -> new Body(known.id(), known.createdAt()))
                        .toList(),
                null);
    }

    /** Makes the next secret. The one before stays good until it is retired or another one is made. */
    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "IdentitySecretMade")))
    public Response rotate() {
        IdentitySecrets.Fresh fresh = secrets.rotate(site, agent.actor());
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.status(Response.Status.CREATED)
                .cacheControl(never)
                .entity(new MadeBody(fresh.id(), fresh.secret(), fresh.createdAt()))
                .build();
    }

    /** Ends a secret: tokens signed with it are refused from now on. */
    @DELETE
    @Path("/{secret}")
    @APIResponse(responseCode = "204")
    public void retire(@PathParam("secret") UUID secret) {
        secrets.retire(site, secret, agent.actor());
    }
}
