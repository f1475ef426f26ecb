package io.rapport.contacts.internal;

import io.rapport.access.Checks;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Role;
import io.rapport.access.SignedInOnly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Two contacts that are one person become one, and are two again where that was a mistake. */
@Path("/contacts/{id}")
@RequestScoped
@SignedInOnly
@RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME})
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {

    /** The contact that goes on. */
    @Schema(
            name = "MergeWanted",
            requiredProperties = {"into"})
    public record Wanted(@Schema(ref = "UUID") String into) {}

    /** Where the contact is now. */
    @Schema(
            name = "Merged",
            requiredProperties = {"mergedInto"})
    public record MergedBody(UUID mergedInto) {}

    /** The contact that stands by itself again. */
    @Schema(
            name = "Unmerged",
            requiredProperties = {"restored"})
    public record UnmergedBody(UUID restored) {}

    @PathParam("id")
    UUID id;

    @Inject
    MergeRequests merges;

    @Inject
    CurrentAgent agent;

    /** Makes this contact part of another one; can be undone within 30 days. */
    @POST
    @Path("/merge")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Merged")))
    @APIResponse(
            responseCode = "409",
            description = "One of the two is part of another contact already, or they belong to different realms")
    @Consumes(MediaType.APPLICATION_JSON)
    public MergedBody merge(Wanted wanted) {
        Checks checks = new Checks();
        UUID into = checks.uuid("into", Checks.body(wanted).into());
        checks.orThrow();
        merges.merge(id, into, agent.actor());
        return new MergedBody(into);
    }

    /**
     * Undoes the merge by which this contact became part of another; where it stands by itself, the latest by which another
     * became part of it.
     */
    @POST
    @Path("/unmerge")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Unmerged")))
    @APIResponse(
            responseCode = "409",
            description =
                    "There is no merge to undo, another one has to be undone first, or it is more than 30 days old")
    public UnmergedBody unmerge() {
        return new UnmergedBody(merges.unmerge(id, agent.actor()).value());
    }
}
