package io.rapport.enrichment.internal;

import io.rapport.access.Role;
import io.rapport.access.Scopes;
import io.rapport.enrichment.PluginStatus;
import io.rapport.enrichment.Plugins;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the plugins are doing, over HTTP. */
@Path("/providers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProviderResource {

    @Inject
    Plugins plugins;

    /** Every plugin that was found at start, working or not; one page. */
    @GET
    @RolesAllowed({Role.ADMINISTRATOR_NAME, Scopes.OPERATIONS_READ})
    public Page list() {
        return new Page(plugins.statuses().stream().map(View::of).toList(), null);
    }

    /** A list as every list of the API. */
    @Schema(
            name = "ProviderPage",
            requiredProperties = {"items"})
    public record Page(List<View> items, String next) {}

    /** A plugin; state is active, paused, failed or off, and id and version are missing where it could not be asked. */
    @Schema(
            name = "Provider",
            requiredProperties = {"name", "source", "bundled", "state", "reason", "calls", "failures"})
    public record View(
            String id,
            String name,
            String version,
            String source,
            boolean bundled,
            @Schema(ref = "ProviderState") String state,
            String reason,
            long calls,
            long failures,
            String lastFailure,
            Instant lastFailureAt) {

        static View of(PluginStatus status) {
            return new View(
                    status.id(),
                    status.name(),
                    status.version(),
                    status.source(),
                    status.bundled(),
                    status.state().name().toLowerCase(Locale.ROOT),
                    status.reason(),
                    status.calls(),
                    status.failures(),
                    status.lastFailure(),
                    status.lastFailureAt());
        }
    }
}
