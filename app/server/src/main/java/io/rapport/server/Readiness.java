package io.rapport.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jdbi.v3.core.Jdbi;

/** Ready means: the database answers. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {

    @Inject
    Jdbi jdbi;

    @Override
    public HealthCheckResponse call() {
        if (WatchedDataSource.isAway()) {
            return HealthCheckResponse.down("database");
        }
        try {
            jdbi.useHandle(handle -> handle.execute("select 1"));
            return HealthCheckResponse.up("database");
        } catch (RuntimeException unreachable) {
            return HealthCheckResponse.down("database");
        }
    }
}
