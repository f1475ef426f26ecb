package io.rapport.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What the web widget calls. */
@ApplicationPath("/widget/v1")
public class VisitorApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return ResourceClasses.forVisitors();
    }
}
