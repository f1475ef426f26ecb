package io.rapport.widget.internal;

import io.rapport.access.Problem;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.conversations.Conversations;
import io.rapport.conversations.VisitorConversation;
import io.rapport.sessions.Opened;
import io.rapport.sessions.Visit;
import io.rapport.sessions.Visitors;
import io.rapport.sites.PreChatField;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What a site shows its visitors, and the start of a visit. */
@Path("/sites/{siteKey}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitorSiteResource {

    /** The widget's words. */
    @Schema(
            name = "VisitorTexts",
            requiredProperties = {"title"})
    public record Texts(String title, String greeting) {}

    /** A question of the pre-chat form; key names its answer. */
    @Schema(
            name = "VisitorQuestion",
            requiredProperties = {"key", "subject", "label", "type", "required", "options"})
    public record Question(
            String key,
            @Schema(ref = "AttributeSubject") String subject,
            String label,
            @Schema(ref = "AttributeType") String type,
            boolean required,
            List<String> options) {}

    /** The form before the first message. */
    @Schema(
            name = "VisitorPreChat",
            requiredProperties = {"enabled", "fields"})
    public record PreChat(boolean enabled, List<Question> fields) {}

    /** A site as visitors see it. */
    @Schema(
            name = "VisitorSite",
            requiredProperties = {"key", "name", "texts", "colour", "locale", "preChat"})
    public record SiteBody(
            String key,
            String name,
            Texts texts,
            String colour,
            String locale,
            PreChat preChat,
            String privacyNotice) {}

    /** The page that shows the widget. */
    @Schema(name = "VisitedPage")
    public record Page(String url, String title, String referrer) {}

    /** A browser that shows the widget. */
    @Schema(name = "VisitWanted")
    public record VisitBody(String visitorToken, Page page, String locale, String timeZone) {}

    /** The conversation to go on with. */
    @Schema(
            name = "VisitorConversation",
            requiredProperties = {"id", "number", "status"})
    public record ConversationBody(
            UUID id, long number, @Schema(ref = "Status") String status) {}

    /**
     * The answer to a visit.
     *
     * @param identityRequired whether there is more, which is shown once the visitor has proved again who it is
     */
    @Schema(
            name = "Visit",
            requiredProperties = {"sessionId", "visitorToken", "unread", "identityRequired"})
    public record OpenedBody(
            UUID sessionId,
            String visitorToken,
            ConversationBody conversation,
            long unread,
            boolean identityRequired) {}

    @PathParam("siteKey")
    String siteKey;

    @Inject
    Sites sites;

    @Inject
    OpenQuestions questions;

    @Inject
    Visitors visitors;

    @Inject
    Conversations conversations;

    @Inject
    Limits limits;

    /** As the filters handed it on: CDI's own would name the proxy in front as the visitor's address. */
    @Context
    HttpServletRequest request;

    @GET
    public SiteBody show() {
        limits.address(request.getRemoteAddr());
        SiteCard site = site();
        List<Question> asked =
                questions.of(site).stream().map(VisitorSiteResource::question).toList();
        return new SiteBody(
                site.key(),
                site.name(),
                new Texts(site.title(), site.greeting()),
                site.colour(),
                site.locale(),
                new PreChat(!asked.isEmpty(), asked),
                site.privacyNotice());
    }

    @POST
    @Path("/sessions")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "Visit")))
    public Response open(VisitBody body) {
        limits.address(request.getRemoteAddr());
        SiteCard site = site();
        limits.site(site.id());
        Opened opened = visitors.open(site.id(), body.visitorToken(), visit(body));
        Optional<VisitorConversation> current = body.visitorToken() == null || !opened.open()
                ? Optional.empty()
                : conversations.current(opened.visitor());
        OpenedBody answer = new OpenedBody(
                opened.session().value(),
                opened.visitorToken(),
                current.map(found -> new ConversationBody(found.id().value(), found.number(), found.status()))
                        .orElse(null),
                current.map(VisitorConversation::unread).orElse(0L),
                !opened.open());
        return Response.status(Response.Status.CREATED).entity(answer).build();
    }

    private SiteCard site() {
        return sites.byKey(siteKey).orElseThrow(() -> Problem.notFound("site"));
    }

    private Visit visit(VisitBody body) {
        Page page = Optional.ofNullable(body.page()).orElse(new Page(null, null, null));
        return new Visit(
                page.url(),
                page.title(),
                page.referrer(),
                body.locale(),
                body.timeZone(),
                request.getHeader(HttpHeaders.USER_AGENT),
                request.getRemoteAddr());
    }

    private static Question question(OpenQuestions.Asked asked) {
        PreChatField field = asked.field();
        AttributeDefinition definition = asked.definition();
        return new Question(
                asked.name(),
                field.subject().token(),
                field.label(),
                definition.type().token(),
                field.required(),
                definition.options());
    }
}
