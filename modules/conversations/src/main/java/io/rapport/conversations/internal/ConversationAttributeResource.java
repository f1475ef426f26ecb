package io.rapport.conversations.internal;

import io.rapport.access.CurrentAgent;
import io.rapport.access.Scopes;
import io.rapport.access.SignedInOnly;
import io.rapport.attributes.AttributeRequests;
import io.rapport.attributes.AttributeRequests.Page;
import io.rapport.attributes.AttributeRequests.Pin;
import io.rapport.attributes.SeenValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * One attribute of a conversation: where its value comes from, and whose value is shown.
 * Changes take {@code If-Match} with the version that the agent saw, or {@code If-None-Match: *} where nothing was shown.
 */
@Path("/conversations/{id}/attributes/{key}")
@RequestScoped
@RolesAllowed({"agent", "administrator"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConversationAttributeResource {

    @PathParam("id")
    UUID id;

    @PathParam("key")
    String key;

    @Inject
    ConversationAttributes attributes;

    @Inject
    CurrentAgent agent;

    @GET
    @RolesAllowed({"agent", "administrator", Scopes.CONVERSATIONS_READ})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributeStory")))
    public Response show(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(AttributeRequests.USUAL_CHANGES) String most) {
        Page page = Page.of(after, most);
        return AttributeRequests.answer(attributes.story(id, key, page), page);
    }

    @PUT
    @SignedInOnly
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributeStory")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public Response edit(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @RequestBody(content = @Content(schema = @Schema(ref = "AttributeEdit"))) Map<String, Object> edit) {
        attributes.edit(id, AttributeRequests.edit(key, edit), SeenValue.of(ifMatch, ifNoneMatch), agent.actor());
        return changed();
    }

    @POST
    @SignedInOnly
    @Path("/pin")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributeStory")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public Response pin(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            Pin pin) {
        attributes.pin(id, key, Pin.of(pin), pin.sourceId(), SeenValue.of(ifMatch, ifNoneMatch), agent.actor());
        return changed();
    }

    @POST
    @SignedInOnly
    @Path("/release")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributeStory")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public Response release(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        attributes.release(id, key, SeenValue.of(ifMatch, ifNoneMatch), agent.actor());
        return changed();
    }

    private Response changed() {
        return AttributeRequests.answer(attributes.story(id, key, Page.usual()), Page.usual());
    }
}
