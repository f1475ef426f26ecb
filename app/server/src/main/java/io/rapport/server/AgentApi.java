package io.rapport.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** What agents and integrators call. */
@OpenAPIDefinition(info = @Info(title = "Rapport", version = "1"))
@ApplicationPath("/api/v1")
public class AgentApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return ResourceClasses.forAgents();
    }
}
