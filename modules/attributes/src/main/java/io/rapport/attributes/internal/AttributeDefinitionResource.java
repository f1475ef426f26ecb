package io.rapport.attributes.internal;

import io.rapport.access.Checks;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.Misfits;
import io.rapport.attributes.UsedKey;
import io.rapport.attributes.internal.DefinitionBody.Check;
import io.rapport.attributes.internal.DefinitionBody.Page;
import io.rapport.attributes.internal.DefinitionBody.Undeclared;
import io.rapport.attributes.internal.DefinitionBody.UndeclaredPage;
import io.rapport.attributes.internal.DefinitionBody.View;
import io.rapport.attributes.internal.DefinitionBody.Wanted;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The declared attributes over HTTP. */
@Path("/attribute-definitions")
@RequestScoped
@RolesAllowed(Role.ADMINISTRATOR_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class AttributeDefinitionResource {

    private static final int LARGEST_PAGE = 100;

    @Inject
    AttributeDefinitions definitions;

    @Inject
    DefinitionChanges changes;

    @Inject
    ValuesInUse inUse;

    /**
     * The definitions of one subject or of all, in panel order, on request those of one site only; one page, since there
     * are at most 200 of a subject.
     */
    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    public Page list(
            @Parameter(schema = @Schema(ref = "AttributeSubject")) @QueryParam("subject") String subject,
            @Parameter(schema = @Schema(ref = "UUID")) @QueryParam("site") String site) {
        Checks checks = new Checks();
        List<Subject.Kind> kinds = subject == null
                ? List.of(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION)
                : Stream.of(DefinitionBody.subject(checks, subject))
                        .filter(Objects::nonNull)
                        .toList();
        UUID place = checks.optionalUuid("site", site);
        checks.orThrow();
        return new Page(
                kinds.stream()
                        .flatMap(kind -> definitions.all(kind).stream())
                        .filter(known -> place == null || known.appliesAt(new SiteId(place)))
                        .map(View::of)
                        .toList(),
                null);
    }

    /** The keys that visitors' sources use without a definition, with how many subjects have them; at most 1,000 are counted. */
    @GET
    @Path("/undeclared")
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    public UndeclaredPage undeclared(
            @Parameter(schema = @Schema(ref = "AttributeSubject")) @QueryParam("subject") String subject,
            @Parameter(schema = @Schema(ref = "UUID")) @QueryParam("site") String site,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        Checks checks = new Checks();
        Subject.Kind kind = DefinitionBody.subject(checks, subject);
        UUID place = checks.optionalUuid("site", site);
        Long size = checks.digits("limit", limit, 1, LARGEST_PAGE);
        checks.that(after.isEmpty() || Gate.KEY.matcher(after).matches(), "after", Gate.FORM_OF_KEYS);
        checks.orThrow();
        List<UsedKey> found = inUse.page(kind, place, after, size.intValue() + 1);
        List<UsedKey> page = found.stream().limit(size).toList();
        return new UndeclaredPage(
                page.stream()
                        .filter(used -> used.subjects() > 0)
                        .map(used -> Undeclared.of(kind, used))
                        .toList(),
                found.size() > size ? page.get(page.size() - 1).key() : null);
    }

    /** How many values of today would not fit the definition after a change; changes nothing. */
    @POST
    @Path("/{id}/check")
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    public Check check(
            @PathParam("id") UUID id,
            @RequestBody(content = @Content(schema = @Schema(ref = "AttributeDefinitionPatch")))
                    Map<String, Object> patch) {
        Misfits misfits = inUse.misfits(id, patch);
        return new Check(misfits.count(), misfits.more());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributeDefinition")))
    public Response read(@PathParam("id") UUID id) {
        return tagged(changes.read(id));
    }

    /** Declares an attribute; it stands last in its group. */
    @POST
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_WRITE})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "AttributeDefinition")))
    @APIResponse(responseCode = "409", description = "The key is in use, or there are too many")
    public Response create(Wanted wanted) {
        View made = declare(wanted);
        return Response.created(URI.create("attribute-definitions/" + made.id()))
                .entity(made)
                .tag(Long.toString(made.version()))
                .build();
    }

    View declare(Wanted wanted) {
        AttributeDefinition definition = Checks.body(wanted).definition(0);
        return View.of(changes.declare(Checks.body(wanted)
                .definition(definitions.all(definition.subject()).size())));
    }

    /** Changes a definition; its subject, key and type stay. */
    @PATCH
    @Path("/{id}")
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_WRITE})
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "AttributeDefinition")))
    @APIResponse(responseCode = "409", description = "A rule or a form names an option that would be gone")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(ref = "AttributeDefinitionPatch")))
                    Map<String, Object> patch) {
        return tagged(changes.change(id, version(ifMatch), patch));
    }

    /** Deletes a definition that nothing uses; its values stay, as those of an undeclared attribute. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_WRITE})
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "409", description = "A rule or a form uses it")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        changes.delete(id, version(ifMatch));
    }

    private static Response tagged(AttributeDefinition definition) {
        return Response.ok(View.of(definition))
                .tag(Long.toString(definition.version()))
                .build();
    }

    private static Long version(String ifMatch) {
        Checks checks = new Checks();
        Long version = ifMatch == null || ifMatch.equals("*")
                ? null
                : checks.digits("If-Match", ifMatch.replace("\"", ""), 1, Long.MAX_VALUE);
        checks.orThrow();
        return version;
    }
}
