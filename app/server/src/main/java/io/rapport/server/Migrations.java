package io.rapport.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

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

    void migrate(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object start) {
        PGSimpleDataSource database = Storage.beside("rapport-migrations");
        // An index on a large table takes as long as it takes.
        database.setSocketTimeout(0);
        SCHEMAS.forEach(schema -> migrate(database, schema));
    }

    private void migrate(DataSource database, String schema) {
        String location = "db/" + schema;
        if (getClass().getClassLoader().getResource(location) == null) {
            return;
        }
        Flyway.configure(getClass().getClassLoader())
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
