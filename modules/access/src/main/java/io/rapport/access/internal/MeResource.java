package io.rapport.access.internal;

import io.rapport.access.AgentCard;
import io.rapport.access.CurrentAgent;
import io.rapport.access.Role;
import io.rapport.access.SignedInOnly;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells an agent who is signed in: {@code GET /me}. */
@Path("me")
@RequestScoped
@SignedInOnly
public class MeResource {

    @Inject
    private CurrentAgent currentAgent;

    @GET
    @RolesAllowed({Role.AGENT_NAME, Role.ADMINISTRATOR_NAME})
    @Produces(MediaType.APPLICATION_JSON)
    public Me me() {
        AgentCard agent = currentAgent.card();
        return new Me(agent.id(), agent.name(), agent.email(), agent.role().token());
    }

    /** The agent, as the console needs it. */
    @Schema(requiredProperties = {"id", "name", "email", "role"})
    public record Me(
            UUID id,
            String name,
            String email,
            @Schema(ref = "Role") String role) {}
}
