package io.rapport.contacts.internal;

import io.rapport.access.CurrentCaller;
import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.attributes.AttributesSaved;
import io.rapport.attributes.ProposedValue;
import io.rapport.contacts.ContactCard;
import io.rapport.contacts.ContactCards;
import io.rapport.events.ContactId;
import io.rapport.events.LabelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One contact, seen and changed by agents. Changes are JSON Merge Patches (RFC 7396). */
@Path("/contacts/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class ContactResource {

    /** A contact's profile as the API spells it; one that has become part of another is shown as it was then. */
    @Schema(
            name = "ContactProfile",
            requiredProperties = {"id", "displayName", "verified", "blocked", "conversations", "version", "createdAt"})
    public record Profile(
            UUID id,
            String displayName,
            String name,
            String email,
            String phone,
            boolean verified,
            boolean blocked,
            long conversations,
            long version,
            Instant createdAt,
            UUID mergedInto) {}

    @PathParam("id")
    UUID id;

    @Inject
    ContactCards cards;

    @Inject
    ContactEdits edits;

    @Inject
    CurrentCaller caller;

    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONTACTS_READ})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "ContactProfile")))
    public Response show() {
        ContactId contact = new ContactId(id);
        ContactCard card = cards.find(Set.of(contact)).get(contact);
        if (card == null) {
            throw Problem.notFound("contact");
        }
        return Response.ok(profile(card)).tag(Long.toString(card.version())).build();
    }

    @PATCH
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONTACTS_READ, Scopes.CONTACTS_WRITE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "ContactProfile")))
    @APIResponse(responseCode = "409", description = ContactLocks.MERGED)
    public Response edit(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(ref = "ContactPatch"))) Map<String, Object> patch) {
        List<FieldError> unknown = patch.keySet().stream()
                .filter(field -> !ContactValues.BUILT_IN.contains(field))
                .map(field -> new FieldError(field, "cannot be changed here"))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        edits.editProfile(id, IfMatch.version(ifMatch), proposals(patch), caller.actor());
        return show();
    }

    @PATCH
    @Path("/attributes")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONTACTS_WRITE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributesSaved")))
    @APIResponse(responseCode = "409", description = ContactLocks.MERGED)
    public AttributesSaved editAttributes(
            @RequestBody(content = @Content(schema = @Schema(ref = "AttributePatch"))) Map<String, Object> patch) {
        return AttributesSaved.of(edits.editAttributes(id, proposals(patch), caller.actor()));
    }

    @PUT
    @Path("/labels/{label}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONTACTS_WRITE})
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = "The label is archived. " + ContactLocks.MERGED)
    public void addLabel(@PathParam("label") UUID label) {
        edits.addLabel(id, new LabelId(label), caller.actor());
    }

    @DELETE
    @Path("/labels/{label}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONTACTS_WRITE})
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = ContactLocks.MERGED)
    public void removeLabel(@PathParam("label") UUID label) {
        edits.removeLabel(id, new LabelId(label), caller.actor());
    }

    private static List<ProposedValue> proposals(Map<String, Object> patch) {
        return patch.entrySet().stream()
                .map(field -> ProposedValue.of(field.getKey(), field.getValue()))
                .toList();
    }

    private static Profile profile(ContactCard card) {
        return new Profile(
                card.id().value(),
                card.displayName(),
                card.name(),
                card.email(),
                card.phone(),
                card.verified(),
                card.blocked(),
                card.conversations(),
                card.version(),
                card.createdAt(),
                card.mergedInto() == null ? null : card.mergedInto().value());
    }
}
