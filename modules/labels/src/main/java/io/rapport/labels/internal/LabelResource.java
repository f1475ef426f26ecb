package io.rapport.labels.internal;

import io.rapport.access.Checks;
import io.rapport.access.Problem;
import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCard;
import io.rapport.labels.LabelCatalogue;
import io.rapport.labels.NewLabel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The catalogue over HTTP, for pickers and settings. */
@Path("/labels")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LabelResource {

    private static final int LARGEST_PAGE = 100;

    @Inject
    LabelCatalogue catalogue;

    /** Labels by name, archived ones included, those after the cursor. */
    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_READ})
    public Page list(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        int size = pageSize(limit);
        String last = after == null ? "" : name(after);
        List<LabelCard> cards = catalogue.all().stream()
                .filter(card -> LabelName.fold(card.name()).compareTo(last) > 0)
                .limit(size + 1L)
                .toList();
        boolean more = cards.size() > size;
        List<LabelCard> page = more ? cards.subList(0, size) : cards;
        return new Page(
                page.stream().map(View::of).toList(),
                more ? cursor(page.get(size - 1).name()) : null);
    }

    /** Adds a label. */
    @POST
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME, Scopes.SETTINGS_WRITE})
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "Label")))
    @APIResponse(responseCode = "409", description = "The name is in use, or there are too many")
    public Response create(Wanted wanted) {
        View made = add(wanted);
        return Response.created(URI.create("labels/" + made.id())).entity(made).build();
    }

    View add(Wanted wanted) {
        if (wanted == null) {
            throw Problem.badRequest("The request needs a body.");
        }
        return View.of(catalogue.create(
                new NewLabel(wanted.name(), wanted.colour(), wanted.description(), kinds(wanted.appliesTo()))));
    }

    private static int pageSize(String limit) {
        Checks checks = new Checks();
        boolean isNumber = limit.matches("\\d{1,3}");
        checks.that(
                isNumber && Integer.parseInt(limit) >= 1 && Integer.parseInt(limit) <= LARGEST_PAGE,
                "limit",
                "must be from 1 to " + LARGEST_PAGE);
        checks.orThrow();
        return Integer.parseInt(limit);
    }

    /** The kinds of the words; none at all where a word is unknown, so that it is refused beside the other fields. */
    private static Set<Subject.Kind> kinds(List<String> tokens) {
        Map<String, Subject.Kind> known =
                Arrays.stream(Subject.Kind.values()).collect(Collectors.toMap(Subject.Kind::token, kind -> kind));
        return tokens == null || !known.keySet().containsAll(tokens)
                ? Set.of()
                : tokens.stream().map(known::get).collect(Collectors.toSet());
    }

    private static String cursor(String name) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(LabelName.fold(name).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            throw Problem.badRequest("The cursor is none that this list gave.");
        }
    }

    /** A label to be made, as it is sent. */
    @Schema(
            name = "LabelWanted",
            requiredProperties = {"name", "appliesTo"})
    public record Wanted(
            String name,
            String colour,
            String description,
            @Schema(ref = "LabelSubjects") List<String> appliesTo) {}

    /** Labels and where to go on; {@code next} is null on the last page. */
    @Schema(
            name = "LabelPage",
            requiredProperties = {"items"})
    public record Page(List<View> items, String next) {}

    /** A label as it is answered. */
    @Schema(
            name = "Label",
            requiredProperties = {"id", "name", "colour", "appliesTo", "archived"})
    public record View(
            @Schema(ref = "UUID") String id,
            String name,
            String colour,
            String description,
            @Schema(ref = "LabelSubjects") List<String> appliesTo,
            boolean archived,
            String exclusiveScope) {

        static View of(LabelCard card) {
            return new View(
                    card.id().toString(),
                    card.name(),
                    card.colour(),
                    card.description(),
                    card.appliesTo().stream().map(Subject.Kind::token).sorted().toList(),
                    card.archived(),
                    card.exclusiveScope());
        }
    }
}
