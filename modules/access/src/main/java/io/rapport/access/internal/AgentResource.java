package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.Checks;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Role;
import io.rapport.access.SignedInOnly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The team: seen by every agent, changed by administrators. */
@Path("/agents")
@RequestScoped
@SignedInOnly
@RolesAllowed(Role.ADMINISTRATOR_NAME)
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
public class AgentResource {

    private static final int LARGEST_PAGE = 100;
    private static final Map<String, Role> ROLES =
            Arrays.stream(Role.values()).collect(Collectors.toMap(Role::token, role -> role));

    @Inject
    Team team;

    @Inject
    AgentList list;

    @Inject
    CurrentAgent currentAgent;

    /** Agents in the order in which they were invited, deactivated ones included, those after the cursor. */
    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME})
    public Page list(@QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        Checks checks = new Checks();
        UUID last = checks.optionalUuid("after", after);
        Long size = checks.digits("limit", limit, 1, LARGEST_PAGE);
        checks.orThrow();
        List<AgentList.Line> found = list.page(last, size.intValue() + 1);
        boolean more = found.size() > size;
        List<View> items = found.stream().limit(size).map(View::of).toList();
        return new Page(items, more ? items.get(items.size() - 1).id().toString() : null);
    }

    /** Invites an agent; the answer carries the link that sets the password, once. */
    @POST
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(ref = "Invitation")))
    @APIResponse(responseCode = "409", description = "An agent has that address already")
    public Response invite(Wanted wanted) {
        Checks checks = new Checks();
        String name = checks.text("name", Checks.body(wanted).name(), 1, 100);
        String email = checks.email("email", wanted.email());
        Role role = checks.oneOf("role", wanted.role(), ROLES);
        checks.orThrow();
        Team.Invited invited = team.invite(name, email, role, currentAgent.actor());
        return Response.status(Response.Status.CREATED)
                .entity(new Invitation(View.of(invited.agent()), invited.link()))
                .build();
    }

    /** Changes name or role, deactivates or takes back; what is absent stays. */
    @PATCH
    @Path("/{id}")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = "Agent")))
    @APIResponse(responseCode = "409", description = "It is the last administrator who is active")
    public Response change(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Patch patch) {
        Checks checks = new Checks();
        String name = Checks.body(patch).name() == null ? null : checks.text("name", patch.name(), 1, 100);
        Role role = patch.role() == null ? null : checks.oneOf("role", patch.role(), ROLES);
        Long version = "*".equals(ifMatch)
                ? null
                : checks.digits("If-Match", ifMatch == null ? null : ifMatch.replace("\"", ""), 1, Long.MAX_VALUE);
        boolean told = patch.active() == null || patch.active() instanceof Boolean;
        checks.that(told, "active", "must be true or false");
        checks.orThrow();
        Team.Change change = new Team.Change(name, role, (Boolean) patch.active(), version);
        Agent changed = team.change(id, change, currentAgent.actor());
        View view = View.of(changed);
        return Response.ok(view).tag(Long.toString(view.version())).build();
    }

    /** A new link that sets the password, in place of the one before; for who lost it, or forgot the password. */
    @POST
    @Path("/{id}/password-link")
    public PasswordLink renewLink(@PathParam("id") UUID id) {
        return team.renewLink(id, currentAgent.actor());
    }

    /** Whom to invite. */
    @Schema(
            name = "AgentWanted",
            requiredProperties = {"name", "email", "role"})
    public record Wanted(
            String name, String email, @Schema(ref = "Role") String role) {}

    /** What to change. A misspelt boolean would be read as false, which here signs somebody out: it is looked at as sent. */
    @Schema(name = "AgentPatch")
    public record Patch(
            String name,
            @Schema(ref = "Role") String role,
            @Schema(ref = "Flag") Object active) {}

    /** Agents and where to go on; {@code next} is null on the last page. */
    @Schema(
            name = "AgentPage",
            requiredProperties = {"items"})
    public record Page(List<View> items, String next) {}

    /** The agent, and the link to hand on. */
    @Schema(requiredProperties = {"agent", "passwordLink"})
    public record Invitation(View agent, PasswordLink passwordLink) {}

    /**
     * An agent as colleagues see one.
     *
     * @param invited whether the agent has not set a password yet
     */
    @Schema(
            name = "Agent",
            requiredProperties = {"id", "name", "email", "role", "active", "invited", "version"})
    public record View(
            UUID id,
            String name,
            String email,
            @Schema(ref = "Role") String role,
            boolean active,
            boolean invited,
            long version) {

        static View of(AgentList.Line line) {
            return of(line.card(), line.invited(), line.version());
        }

        static View of(Agent agent) {
            return of(agent.card(), agent.isInvited(), agent.version());
        }

        private static View of(AgentCard card, boolean invited, long version) {
            return new View(card.id(), card.name(), card.email(), card.role().token(), card.active(), invited, version);
        }
    }
}
