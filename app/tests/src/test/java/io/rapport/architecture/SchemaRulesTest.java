package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every module of the product keeps to its schema, and each rule finds one that does not. */
class SchemaRulesTest {

    private static final Codebase PRODUCT = Codebase.product();
    private static final Path MODULES = Repository.root().resolve("modules");

    private final Collection<String> schemas = SchemaRules.schemas(MODULES);

    @TempDir
    Path folder;

    @Test
    void sqlStaysInItsSchema() {
        assertThat(schemas).contains("contacts", "conversations", "outbox");
        assertThat(SchemaRules.sqlStaysInItsSchema(PRODUCT, schemas)).isEmpty();
        assertThat(SchemaRules.sqlStaysInItsSchema(Codebase.fixture("sql"), schemas))
                .hasSize(2)
                .anySatisfy(found -> assertThat(found).endsWith(".Rows names the schema of contacts"))
                .anySatisfy(found -> assertThat(found).endsWith(".Rows names the schema of sessions"));
    }

    @Test
    void entitiesLieInTheirSchema() {
        assertThat(SchemaRules.entitiesLieInTheirSchema(PRODUCT)).isEmpty();
        assertThat(SchemaRules.entitiesLieInTheirSchema(Codebase.fixture("sql")))
                .singleElement()
                .asString()
                .endsWith(".ForeignEntity lies in the schema 'contacts'");
    }

    @Test
    void migrationsAreInOrder() throws IOException {
        assertThat(SchemaRules.migrationsAreInOrder(MODULES)).isEmpty();
        migration("orders/src/main/resources/db/orders/V1__orders.sql", "create table orders.line (id uuid);");
        migration("orders/src/main/resources/db/orders/V3__returns.sql", "create view orders.v as select 1; -- x.y");
        migration("orders/src/main/resources/db/orders/v4_Late.sql", "select 1 from stock.item;");
        migration("orders/src/main/resources/db/stock/V1__items.sql", "create table stock.item (id uuid);");
        assertThat(SchemaRules.migrationsAreInOrder(folder))
                .containsExactlyInAnyOrder(
                        "orders/v4_Late.sql is not named like V1__title_in_words.sql",
                        "orders/v4_Late.sql names the schema of stock",
                        "orders: migrations are numbered [1, 3], not [1, 2]",
                        "orders brings migrations for the schema stock");
    }

    @Test
    void schemasAreMigratedAtStart() throws IOException {
        assertThat(SchemaRules.schemasAreMigratedAtStart(MODULES, migrated())).isEmpty();
        migration("orders/src/main/resources/db/orders/V1__orders.sql", "create table orders.line (id uuid);");
        assertThat(SchemaRules.schemasAreMigratedAtStart(folder, Set.of("contacts")))
                .singleElement()
                .asString()
                .startsWith("db/orders is not among the schemas");
    }

    private List<String> migrated() {
        return PRODUCT.classesOf("server").stream()
                .filter(type -> type.getSimpleName().equals("Migrations"))
                .map(StringConstants::of)
                .findFirst()
                .orElseThrow();
    }

    private void migration(String file, String sql) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, sql);
    }
}
