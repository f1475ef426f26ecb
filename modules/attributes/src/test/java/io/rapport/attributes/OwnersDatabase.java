package io.rapport.attributes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A real PostgreSQL with the tables that the owners of attributes make in their schemas, from their own migrations. */
public final class OwnersDatabase {

    private static final EmbeddedPostgres POSTGRES = start();

    private OwnersDatabase() {}

    public static DataSource dataSource() {
        return POSTGRES.getPostgresDatabase(java.util.Map.of("stringtype", "unspecified"));
    }

    public static Jdbi jdbi() {
        return Jdbi.create(dataSource());
    }

    /** The text of an owner's migrations of attributes, in their order. */
    public static String migration(String owner) {
        Path folder = Path.of("..", owner, "src", "main", "resources", "db", owner);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().contains("__attribute"))
                    .sorted()
                    .map(OwnersDatabase::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            Jdbi jdbi = Jdbi.create(postgres.getPostgresDatabase());
            for (String owner : new String[] {"contacts", "conversations"}) {
                jdbi.useHandle(handle -> {
                    handle.execute("create schema " + owner);
                    handle.createScript(migration(owner)).execute();
                });
            }
            return postgres;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
