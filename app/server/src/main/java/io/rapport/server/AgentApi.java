package io.rapport.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What agents and integrators call. */
@ApplicationPath("/api/v1")
public class AgentApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return ResourceClasses.forAgents();
    }
}
