package io.rapport.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Brings every module's schema up to date before anything else starts; each has a history of its own. */
@ApplicationScoped
class Migrations {

    static final List<String> SCHEMAS = List.of(
            "access",
            "attributes",
            "contacts",
            "conversations",
            "desk",
            "enrichment",
            "labelling",
            "labels",
            "outbox",
            "sessions",
            "sites");

    @Inject
    Storage storage;

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        SCHEMAS.forEach(this::migrate);
    }

    private void migrate(String schema) {
        String location = "db/" + schema;
        if (getClass().getClassLoader().getResource(location) == null) {
            return;
        }
        Flyway.configure(getClass().getClassLoader())
                .dataSource(storage.dataSource())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
