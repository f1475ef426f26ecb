package io.rapport.attributes.internal;

import io.rapport.access.Checks;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The declared attributes over HTTP. */
@Path("/attribute-definitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AttributeDefinitionResource {

    @Inject
    AttributeDefinitions definitions;

    /** The definitions of one subject or of all, in panel order; one page, since there are at most 200 of a subject. */
    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    public Page list(@Parameter(schema = @Schema(ref = "AttributeSubject")) @QueryParam("subject") String subject) {
        Checks checks = new Checks();
        List<Subject.Kind> kinds = subject == null
                ? List.of(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION)
                : Stream.of(kind(checks, subject)).filter(Objects::nonNull).toList();
        checks.orThrow();
        return new Page(
                kinds.stream()
                        .flatMap(kind -> definitions.all(kind).stream())
                        .map(View::of)
                        .toList(),
                null);
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
                .build();
    }

    View declare(Wanted wanted) {
        if (wanted == null) {
            throw Problem.badRequest("The request needs a body.");
        }
        return View.of(definitions.create(definition(wanted)));
    }

    private AttributeDefinition definition(Wanted wanted) {
        Checks checks = new Checks();
        Subject.Kind subject = kind(checks, wanted.subject());
        AttributeType type = AttributeType.of(wanted.type())
                .orElseGet(() -> checks.refuse("type", "must be text, number, list, boolean, email or phone"));
        List<String> options = wanted.options() == null ? List.of() : wanted.options();
        checks.that(options.stream().allMatch(Objects::nonNull), "options", "must not be null");
        checks.orThrow();
        return new AttributeDefinition(
                null,
                subject,
                wanted.key(),
                wanted.name(),
                wanted.description(),
                type,
                options,
                wanted.group(),
                definitions.all(subject).size(),
                Boolean.TRUE.equals(wanted.visitorsMayWrite()));
    }

    private static Subject.Kind kind(Checks checks, String token) {
        return Stream.of(Subject.Kind.CONTACT, Subject.Kind.CONVERSATION)
                .filter(kind -> kind.token().equals(token))
                .findFirst()
                .orElseGet(() -> checks.refuse("subject", "must be contact or conversation"));
    }

    /** A definition to be made, as it is sent. */
    @Schema(
            name = "AttributeDefinitionWanted",
            requiredProperties = {"subject", "key", "name", "type"})
    public record Wanted(
            @Schema(ref = "AttributeSubject") String subject,
            String key,
            String name,
            String description,
            @Schema(ref = "AttributeType") String type,
            List<String> options,
            String group,
            Boolean visitorsMayWrite) {}

    /** Definitions; {@code next} is null, since there is one page. */
    @Schema(
            name = "AttributeDefinitionPage",
            requiredProperties = {"items"})
    public record Page(List<View> items, String next) {}

    /** A definition as it is answered. */
    @Schema(
            name = "AttributeDefinition",
            requiredProperties = {"id", "subject", "key", "name", "type", "options", "position", "visitorsMayWrite"})
    public record View(
            @Schema(ref = "UUID") String id,
            @Schema(ref = "AttributeSubject") String subject,
            String key,
            String name,
            String description,
            @Schema(ref = "AttributeType") String type,
            List<String> options,
            String group,
            int position,
            boolean visitorsMayWrite) {

        static View of(AttributeDefinition definition) {
            return new View(
                    definition.id().toString(),
                    definition.subject().token(),
                    definition.key(),
                    definition.name(),
                    definition.description(),
                    definition.type().token(),
                    definition.options(),
                    definition.group(),
                    definition.position(),
                    definition.visitorsMayWrite());
        }
    }
}
