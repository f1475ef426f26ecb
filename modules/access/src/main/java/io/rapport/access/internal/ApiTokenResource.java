package io.rapport.access.internal;

import io.rapport.access.Checks;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Role;
import io.rapport.access.SignedInOnly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** API tokens, made and revoked by administrators: a token cannot make tokens. */
@Path("/tokens")
@RequestScoped
@RolesAllowed(Role.ADMINISTRATOR_NAME)
@SignedInOnly
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ApiTokenResource {

    private static final int LARGEST_PAGE = 100;

    @Inject
    ApiTokens tokens;

    @Inject
    ApiTokenTable table;

    @Inject
    CurrentAgent currentAgent;

    @Inject
    Clock clock;

    /** Tokens, the latest first, expired and revoked ones included, those after the cursor. */
    @GET
    public Page list(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        Checks checks = new Checks();
        UUID last = checks.optionalUuid("after", after);
        Long size = checks.digits("limit", limit, 1, LARGEST_PAGE);
        checks.orThrow();
        List<ApiTokenLine> found = table.page(last, size.intValue() + 1);
        boolean more = found.size() > size;
        List<View> items = found.stream().limit(size).map(this::view).toList();
        return new Page(items, more ? items.get(items.size() - 1).id().toString() : null);
    }

    /** Makes a token; the answer carries its secret, once. */
    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "TokenMade")))
    @APIResponse(responseCode = "409", description = "A token of that name is in force")
    public Response make(Wanted body) {
        ApiTokenTerms terms = ApiTokenTerms.of(Checks.body(body), clock.instant());
        ApiTokens.Made made = tokens.make(terms, currentAgent.card());
        return Response.status(Response.Status.CREATED)
                .entity(new Made(view(made.token()), ApiTokenSecret.textOf(made.secret())))
                .build();
    }

    /** Revokes a token for good; what it did stays under its name. */
    @DELETE
    @Path("/{id}")
    @APIResponse(responseCode = "204")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id, currentAgent.card());
    }

    private View view(ApiTokenLine line) {
        return new View(
                line.id(),
                line.name(),
                line.scopes(),
                line.state(clock.instant()),
                new Maker(line.madeById(), line.madeByName()),
                line.madeAt(),
                line.expiresAt(),
                line.lastUsedAt(),
                line.revokedAt());
    }

    /**
     * What token to make: by default one that expires in a year.
     *
     * @param scopes at least one
     * @param expiresAt from now to ten years; null where {@code neverExpires} says so, or for a year
     */
    @Schema(
            name = "TokenWanted",
            requiredProperties = {"name", "scopes"})
    public record Wanted(
            String name,
            @Schema(ref = "Scopes") List<String> scopes,
            @Schema(ref = "Instant") String expiresAt,
            Boolean neverExpires) {}

    /** Tokens and where to go on; {@code next} is null on the last page. */
    @Schema(
            name = "TokenPage",
            requiredProperties = {"items"})
    public record Page(List<View> items, String next) {}

    /** The token, and its secret: nobody is shown it again. */
    @Schema(
            name = "TokenMade",
            requiredProperties = {"token", "secret"})
    public record Made(View token, String secret) {

        /** Never the secret: this may end in a log. */
        @Override
        public String toString() {
            return "Made";
        }
    }

    /** The administrator who made it, as called at the time. */
    @Schema(
            name = "TokenMaker",
            requiredProperties = {"id", "name"})
    public record Maker(UUID id, String name) {}

    /**
     * A token as administrators see it.
     *
     * @param state active, expired or revoked
     * @param expiresAt null: never
     * @param lastUsedAt to the minute or so; null: never
     * @param revokedAt null: it was not
     */
    @Schema(
            name = "Token",
            requiredProperties = {"id", "name", "scopes", "state", "createdBy", "createdAt"})
    public record View(
            UUID id,
            String name,
            @Schema(ref = "Scopes") List<String> scopes,
            @Schema(ref = "TokenState") String state,
            Maker createdBy,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Instant revokedAt) {}
}
