package io.rapport.contacts.internal;

import io.rapport.access.Checks;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.access.SignedInOnly;
import io.rapport.contacts.Claim;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a contact says of itself without proof and another one holds, too: 'says to be …'. */
@Path("/contacts/{id}/claims")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ClaimResource {

    /** The other contact. */
    @Schema(
            name = "ClaimedContact",
            requiredProperties = {"id", "name"})
    public record Candidate(UUID id, String name) {}

    /** A claim. */
    @Schema(
            name = "ContactClaim",
            requiredProperties = {"field", "value", "candidate"})
    public record Body(@Schema(ref = "ClaimedField") String field, String value, Candidate candidate) {}

    /** All claims of a contact: at most one of each field. */
    @Schema(
            name = "ContactClaimList",
            requiredProperties = {"items"})
    public record ListBody(List<Body> items, String next) {}

    /** Whom the agent saw named. */
    @Schema(
            name = "ClaimVerdict",
            requiredProperties = {"candidate"})
    public record Verdict(@Schema(ref = "UUID") String candidate) {}

    @PathParam("id")
    UUID id;

    @Inject
    Claims claims;

    @Inject
    MergeRequests merges;

    @Inject
    CurrentAgent agent;

    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONTACTS_READ})
    public ListBody list() {
        return new ListBody(claims.of(id).stream().map(ClaimResource::body).toList(), null);
    }

    /** It is so: this contact becomes part of the candidate. */
    @POST
    @SignedInOnly
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME})
    @Path("/{field}/confirm")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Merged")))
    @APIResponse(
            responseCode = "409",
            description =
                    "The claim is about somebody else by now, or one of the two has become part of another contact")
    public MergeResource.MergedBody confirm(@PathParam("field") String field, Verdict verdict) {
        UUID candidate = candidate(verdict);
        merges.confirm(id, field, candidate, agent.actor());
        return new MergeResource.MergedBody(candidate);
    }

    /** It is not so: the claim is not shown again for this value. */
    @POST
    @SignedInOnly
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME})
    @Path("/{field}/refuse")
    @APIResponse(responseCode = "204")
    @APIResponse(
            responseCode = "409",
            description = "The claim is about somebody else by now, or the contact has become part of another one")
    public void refuse(@PathParam("field") String field, Verdict verdict) {
        claims.refuse(id, field, candidate(verdict), agent.actor());
    }

    private static UUID candidate(Verdict verdict) {
        Checks checks = new Checks();
        UUID candidate = checks.uuid("candidate", Checks.body(verdict).candidate());
        checks.orThrow();
        return candidate;
    }

    private static Body body(Claim claim) {
        return new Body(
                claim.field(), claim.value(), new Candidate(claim.candidate().value(), claim.candidateName()));
    }
}
