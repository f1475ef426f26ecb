package io.rapport.outbox.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A fresh PostgreSQL with the module's schema and a table for what the tests' observers did. */
final class Database implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Jdbi jdbi;

    Database() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var dataSource = postgres.getPostgresDatabase();
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("outbox")
                .locations("classpath:db/outbox")
                .load()
                .migrate();
        jdbi = Jdbi.create(dataSource);
        jdbi.useHandle(handle -> handle.execute(
                "create table effect (place bigserial primary key, observer text, key uuid, number int)"));
    }

    Jdbi jdbi() {
        return jdbi;
    }

    void clear() {
        jdbi.useHandle(handle -> handle.execute("truncate outbox.delivery, effect"));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
