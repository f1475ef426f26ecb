package io.rapport.sites.internal;

import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.sites.PreChatField;
import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The team's view of its sites. */
@Path("/sites")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SiteResource {

    private static final String DEFAULT_COLOUR = "#2f6fed";

    /** A question as the API spells it. */
    @Schema(
            name = "SiteQuestion",
            requiredProperties = {"subject", "key", "label", "required"})
    public record Question(
            @Schema(ref = "AttributeSubject") String subject, String key, String label, boolean required) {}

    /** A site to be added; what is absent is filled in. */
    @Schema(
            name = "SiteWanted",
            requiredProperties = {"key", "name"})
    public record Wanted(
            String key,
            String name,
            UUID realm,
            String region,
            String timeZone,
            String locale,
            List<String> allowedDomains,
            String colour,
            String title,
            String greeting,
            String privacyNotice,
            List<Question> preChat) {}

    /** A site as the API spells it. */
    @Schema(
            name = "Site",
            requiredProperties = {
                "id",
                "key",
                "name",
                "realm",
                "region",
                "timeZone",
                "locale",
                "allowedDomains",
                "colour",
                "title",
                "preChat"
            })
    public record SiteBody(
            UUID id,
            String key,
            String name,
            UUID realm,
            String region,
            String timeZone,
            String locale,
            List<String> allowedDomains,
            String colour,
            String title,
            String greeting,
            String privacyNotice,
            List<Question> preChat) {}

    /** All sites: a team runs a handful. */
    @Schema(
            name = "SitePage",
            requiredProperties = {"items"})
    public record SiteList(List<SiteBody> items, String next) {}

    @Inject
    Sites sites;

    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    public SiteList list() {
        return new SiteList(sites.all().stream().map(SiteResource::body).toList(), null);
    }

    @POST
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_WRITE})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "Site")))
    @APIResponse(responseCode = "409", description = "The key is in use, or there are too many")
    public Response create(Wanted body) {
        SiteCard created = sites.create(card(body));
        return Response.status(Response.Status.CREATED).entity(body(created)).build();
    }

    private static SiteCard card(Wanted body) {
        return new SiteCard(
                SiteId.next(),
                body.key(),
                body.name(),
                body.realm(),
                Optional.ofNullable(body.region()).orElse("US"),
                Optional.ofNullable(body.timeZone()).orElse("UTC"),
                Optional.ofNullable(body.locale()).orElse("en"),
                present(body.allowedDomains()),
                Optional.ofNullable(body.colour()).orElse(DEFAULT_COLOUR),
                Optional.ofNullable(body.title()).orElse(body.name()),
                body.greeting(),
                body.privacyNotice(),
                present(body.preChat()).stream().map(SiteResource::field).toList(),
                List.of());
    }

    /** What a JSON array holds, without its nulls; nothing where it is absent. */
    private static <T> List<T> present(List<T> items) {
        return items == null
                ? List.of()
                : items.stream().filter(Objects::nonNull).toList();
    }

    private static PreChatField field(Question question) {
        boolean contact = "contact".equals(question.subject());
        boolean conversation = "conversation".equals(question.subject());
        Subject.Kind subject = contact ? Subject.Kind.CONTACT : conversation ? Subject.Kind.CONVERSATION : null;
        return new PreChatField(subject, question.key(), question.label(), question.required());
    }

    private static SiteBody body(SiteCard site) {
        return new SiteBody(
                site.id().value(),
                site.key(),
                site.name(),
                site.realm(),
                site.region(),
                site.timeZone(),
                site.locale(),
                site.allowedDomains(),
                site.colour(),
                site.title(),
                site.greeting(),
                site.privacyNotice(),
                site.preChat().stream()
                        .map(field ->
                                new Question(field.subject().token(), field.key(), field.label(), field.required()))
                        .toList());
    }
}
