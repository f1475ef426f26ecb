package io.rapport.conversations.internal;

import io.rapport.access.Checks;
import io.rapport.access.CurrentCaller;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.attributes.AttributesSaved;
import io.rapport.attributes.ProposedValue;
import io.rapport.conversations.Conversations;
import io.rapport.conversations.Conversations.Range;
import io.rapport.conversations.MessageCard;
import io.rapport.conversations.Received;
import io.rapport.events.ConversationId;
import io.rapport.events.LabelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** One conversation for agents: its messages, labels and attributes. */
@Path("/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class ConversationResource {

    private static final int MOST_KEY = 100;

    /** Who wrote. */
    @Schema(
            name = "MessageAuthor",
            requiredProperties = {"kind", "id", "name"})
    public record Author(@Schema(ref = "ActorKind") String kind, String id, String name) {}

    /** A message as agents see it. */
    @Schema(
            name = "Message",
            requiredProperties = {"id", "sequence", "author", "text", "private", "at"})
    public record MessageBody(
            UUID id,
            long sequence,
            Author author,
            String text,

            @JsonbProperty("private") @Schema(name = "private")
            boolean isPrivate,

            Instant at,
            String clientMessageId) {}

    /** An answer, or a private note. */
    @Schema(requiredProperties = {"text"})
    public record NewMessage(
            String text,

            @JsonbProperty("private") @Schema(name = "private")
            Boolean isPrivate) {}

    /** Messages in ascending order; next reads on in the direction that was asked for. */
    @Schema(
            name = "MessageList",
            requiredProperties = {"items"})
    public record MessageList(List<MessageBody> items, String next) {}

    @Inject
    Conversations conversations;

    @Inject
    ConversationEdits edits;

    @Inject
    CurrentCaller caller;

    @GET
    @Path("/{id}/messages")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_READ})
    public MessageList read(
            @PathParam("id") UUID id,
            @QueryParam("before") String olderThan,
            @QueryParam("after") String newerThan,
            @QueryParam("limit") @DefaultValue("50") String most) {
        Checks checks = new Checks();
        Long before = checks.digits("before", olderThan, 0, Long.MAX_VALUE);
        Long after = checks.digits("after", newerThan, 0, Long.MAX_VALUE);
        Long wanted = checks.digits("limit", most, 1, 100);
        checks.orThrow();
        int limit = wanted.intValue();
        List<MessageCard> messages = conversations.readAsAgent(new ConversationId(id), new Range(before, after, limit));
        return new MessageList(
                messages.stream().map(ConversationResource::body).toList(), next(messages, after, limit));
    }

    @POST
    @Path("/{id}/messages")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.MESSAGES_WRITE})
    @APIResponse(
            responseCode = "200",
            description = "It was written before, under this key",
            content = @Content(schema = @Schema(ref = "Message")))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "Message")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public Response write(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key, NewMessage message) {
        Checks checks = new Checks();
        String text = checks.lines("text", message.text(), 1, Conversations.MOST_CHARACTERS);
        String checkedKey = checks.optionalText("Idempotency-Key", key, MOST_KEY);
        checks.orThrow();
        Received received = conversations.answer(
                caller.actor(),
                caller.id(),
                new ConversationId(id),
                checkedKey,
                text,
                Boolean.TRUE.equals(message.isPrivate()));
        return Response.status(received.repeated() ? Response.Status.OK : Response.Status.CREATED)
                .entity(body(received.message()))
                .build();
    }

    @PATCH
    @Path("/{id}/attributes")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_WRITE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributesSaved")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public AttributesSaved editAttributes(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(ref = "AttributePatch"))) Map<String, Object> patch) {
        List<ProposedValue> proposals = patch.entrySet().stream()
                .map(field -> ProposedValue.of(field.getKey(), field.getValue()))
                .toList();
        return AttributesSaved.of(edits.editAttributes(id, proposals, caller.actor()));
    }

    @PUT
    @Path("/{id}/labels/{label}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_WRITE})
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = "The label is archived, or the conversation finalised")
    public void addLabel(@PathParam("id") UUID id, @PathParam("label") UUID label) {
        edits.addLabel(id, new LabelId(label), caller.actor());
    }

    @DELETE
    @Path("/{id}/labels/{label}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.CONVERSATIONS_WRITE})
    @APIResponse(responseCode = "204")
    public void removeLabel(@PathParam("id") UUID id, @PathParam("label") UUID label) {
        edits.removeLabel(id, new LabelId(label), caller.actor());
    }

    /** The sequence to go on from: the oldest when reading backwards, the newest when reading forwards. */
    private static String next(List<MessageCard> messages, Long after, int limit) {
        if (messages.size() < limit) {
            return null;
        }
        MessageCard edge = after == null ? messages.get(0) : messages.get(messages.size() - 1);
        return after == null && edge.sequence() == 1 ? null : Long.toString(edge.sequence());
    }

    private static MessageBody body(MessageCard message) {
        return new MessageBody(
                message.id().value(),
                message.sequence(),
                new Author(
                        message.author().kind().token(),
                        message.author().id(),
                        message.author().name()),
                message.text(),
                message.isPrivate(),
                message.at(),
                message.clientMessageId());
    }
}
