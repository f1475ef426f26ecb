package io.rapport.widget.internal;

import io.rapport.access.Problem;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a site shows its visitors, and the start of a visit. */
@Path("/sites/{siteKey}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class VisitorSiteResource {

    /** The widget's words. */
    public record Texts(String title, String greeting) {}

    /** A question of the pre-chat form. */
    @Schema(name = "VisitorQuestion")
    public record Question(
            String key, String subject, String label, String type, boolean required, List<String> options) {}

    /** The form before the first message. */
    public record PreChat(boolean enabled, List<Question> fields) {}

    /** A site as visitors see it. */
    @Schema(name = "VisitorSite")
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
    public record VisitBody(String visitorToken, Page page, String locale, String timeZone) {}

    /** The conversation to go on with. */
    public record ConversationBody(UUID id, long number, String status) {}

    /** The answer to a visit. */
    public record OpenedBody(UUID sessionId, String visitorToken, ConversationBody conversation, long unread) {}

    @PathParam("siteKey")
    String siteKey;

    @Inject
    Sites sites;

    @Inject
    AttributeDefinitions definitions;

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
        List<Question> questions = site.preChat().stream()
                .map(field -> question(site, field))
                .flatMap(Optional::stream)
                .toList();
        return new SiteBody(
                site.key(),
                site.name(),
                new Texts(site.title(), site.greeting()),
                site.colour(),
                site.locale(),
                new PreChat(!questions.isEmpty(), questions),
                site.privacyNotice());
    }

    @POST
    @Path("/sessions")
    public Response open(VisitBody body) {
        limits.address(request.getRemoteAddr());
        SiteCard site = site();
        limits.site(site.id());
        Opened opened = visitors.open(site.id(), body.visitorToken(), visit(body));
        Optional<VisitorConversation> current =
                body.visitorToken() == null ? Optional.empty() : conversations.current(opened.visitor());
        OpenedBody answer = new OpenedBody(
                opened.session().value(),
                opened.visitorToken(),
                current.map(found -> new ConversationBody(found.id().value(), found.number(), found.status()))
                        .orElse(null),
                current.map(VisitorConversation::unread).orElse(0L));
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

    /** Empty for a question that is not asked. */
    private Optional<Question> question(SiteCard site, PreChatField field) {
        Optional<AttributeDefinition> definition = definitions.find(field.subject(), field.key());
        return PreChatAnswers.isAsked(site, definition)
                ? definition.map(known -> question(field, known))
                : Optional.empty();
    }

    private static Question question(PreChatField field, AttributeDefinition definition) {
        return new Question(
                field.key(),
                field.subject().token(),
                field.label(),
                definition.type().token(),
                field.required(),
                definition.options());
    }
}
