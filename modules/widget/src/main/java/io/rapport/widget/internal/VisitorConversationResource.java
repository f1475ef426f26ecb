package io.rapport.widget.internal;

import io.rapport.access.Checks;
import io.rapport.access.Problem;
import io.rapport.attributes.AttributesSaved;
import io.rapport.attributes.ProposedValue;
import io.rapport.conversations.Conversations;
import io.rapport.conversations.FirstMessage;
import io.rapport.conversations.MessageCard;
import io.rapport.conversations.Received;
import io.rapport.conversations.VisitorWriter;
import io.rapport.events.Answers;
import io.rapport.events.ConversationId;
import io.rapport.sessions.VisitorCard;
import io.rapport.sessions.Visitors;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A visitor's own conversation: started, written to, read. */
@Path("/conversations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitorConversationResource {

    private static final int MOST_KEY = 100;

    /** The first message with the answers of the pre-chat form. */
    @Schema(
            name = "VisitorFirstMessage",
            requiredProperties = {"clientMessageId", "text"})
    public record FirstBody(
            String clientMessageId,
            @Schema(ref = "PreChatAnswers") Map<String, Object> preChat,
            String text) {}

    /** What the first message led to. */
    @Schema(
            name = "VisitorConversationStarted",
            requiredProperties = {"conversationId", "number", "message"})
    public record StartedBody(UUID conversationId, long number, VisitorMessage message) {}

    /** A message. */
    @Schema(
            name = "VisitorMessageWanted",
            requiredProperties = {"clientMessageId", "text"})
    public record MessageBody(String clientMessageId, String text) {}

    /** Messages in ascending order; next is the sequence to go on after. */
    @Schema(
            name = "VisitorMessageList",
            requiredProperties = {"items"})
    public record MessageList(List<VisitorMessage> items, String next) {}

    /** How far the visitor has read. */
    @Schema(
            name = "VisitorSeen",
            requiredProperties = {"upTo"})
    public record SeenBody(Long upTo) {}

    /** As the filters handed it on: CDI's own would name the proxy in front as the visitor's address. */
    @Context
    HttpServletRequest request;

    @Inject
    Bearer bearer;

    @Inject
    Visitors visitors;

    @Inject
    Sites sites;

    @Inject
    Conversations conversations;

    @Inject
    PreChatAnswers preChat;

    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "VisitorConversationStarted")))
    @APIResponse(
            responseCode = "200",
            description = "It went on with the conversation that there was",
            content = @Content(schema = @Schema(ref = "VisitorConversationStarted")))
    public Response start(FirstBody body) {
        VisitorCard visitor = bearer.visitor(request);
        SiteCard site = sites.find(visitor.site()).orElseThrow(() -> Problem.notFound("site"));
        Checks checks = new Checks();
        String key = checks.text("clientMessageId", body.clientMessageId(), 1, MOST_KEY);
        String text = checks.lines("text", body.text(), 1, Conversations.MOST_CHARACTERS);
        Answers answers = preChat.checked(site, body.preChat(), checks);
        checks.orThrow();
        Received received = conversations.receive(new FirstMessage(writer(visitor), site, answers, key, text));
        StartedBody started = new StartedBody(
                received.message().conversation().value(), received.number(), VisitorMessage.of(received.message()));
        return Response.status(received.started() ? Response.Status.CREATED : Response.Status.OK)
                .entity(started)
                .build();
    }

    @GET
    @Path("/{id}/messages")
    public MessageList read(
            @PathParam("id") String id,
            @QueryParam("after") @DefaultValue("0") String after,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        VisitorCard visitor = bearer.visitor(request);
        int most = PageBounds.limit(limit);
        List<MessageCard> messages = conversations.readAsVisitor(
                visitor.id(), PageBounds.conversation(id), PageBounds.sequence("after", after), most);
        String next = messages.size() < most
                ? null
                : Long.toString(messages.get(messages.size() - 1).sequence());
        return new MessageList(messages.stream().map(VisitorMessage::of).toList(), next);
    }

    @POST
    @Path("/{id}/messages")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "VisitorMessage")))
    @APIResponse(
            responseCode = "200",
            description = "It was written before, under this clientMessageId",
            content = @Content(schema = @Schema(ref = "VisitorMessage")))
    @APIResponse(responseCode = "409", description = "The conversation is finalised")
    public Response post(@PathParam("id") String id, MessageBody body) {
        VisitorCard visitor = bearer.visitor(request);
        ConversationId conversation = PageBounds.conversation(id);
        Checks checks = new Checks();
        String key = checks.text("clientMessageId", body.clientMessageId(), 1, MOST_KEY);
        String text = checks.lines("text", body.text(), 1, Conversations.MOST_CHARACTERS);
        checks.orThrow();
        Received received = conversations.receive(writer(visitor), conversation, key, text);
        return Response.status(received.repeated() ? Response.Status.OK : Response.Status.CREATED)
                .entity(VisitorMessage.of(received.message()))
                .build();
    }

    @POST
    @Path("/{id}/seen")
    @APIResponse(responseCode = "204")
    public void seen(@PathParam("id") String id, SeenBody body) {
        VisitorCard visitor = bearer.visitor(request);
        Checks checks = new Checks();
        Long upTo = checks.present("upTo", body.upTo());
        checks.orThrow();
        conversations.seen(visitor.id(), PageBounds.conversation(id), upTo);
    }

    @PATCH
    @Path("/{id}/attributes")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public AttributesSaved describe(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(ref = "AttributePatch"))) Map<String, Object> patch) {
        VisitorCard visitor = bearer.visitor(request);
        SiteCard site = sites.find(visitor.site()).orElseThrow(() -> Problem.notFound("site"));
        List<ProposedValue> said = patch.entrySet().stream()
                .map(value -> ProposedValue.of(value.getKey(), value.getValue()))
                .toList();
        return AttributesSaved.of(conversations.describe(visitor.id(), site, PageBounds.conversation(id), said));
    }

    private VisitorWriter writer(VisitorCard visitor) {
        return new VisitorWriter(visitor.id(), visitors.seen(visitor, bearer.visit(request)), visitor.contact());
    }
}
