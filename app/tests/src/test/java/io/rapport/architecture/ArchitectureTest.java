package io.rapport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The architecture's rules hold of the product, and each finds a small product that breaks it. */
class ArchitectureTest {

    private static final Codebase PRODUCT = Codebase.product();
    private static final Path MODULES = Repository.root().resolve("modules");

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Repository.javaModules())
                .hasSizeGreaterThan(15)
                .allSatisfy(module -> assertThat(Files.isDirectory(module.resolve("target/classes")))
                        .as("%s was compiled", module)
                        .isTrue());
        assertThat(PRODUCT.modules())
                .contains("events", "spi", "plugin", "contacts", "labelling", "desk", "server", "launcher");
    }

    @Nested
    class Modules {

        @Test
        void modulesUseOnlyThoseTheyMay() {
            assertThat(ModuleRules.modulesUseOnlyThoseTheyMay(PRODUCT)).isEmpty();
            assertThat(ModuleRules.modulesUseOnlyThoseTheyMay(Codebase.fixture("edges")))
                    .hasSize(3)
                    .anySatisfy(found -> assertThat(found).startsWith("contacts may not use conversations: "))
                    .anySatisfy(found -> assertThat(found).startsWith("sessions may not use vocabulary: "))
                    .anySatisfy(found -> assertThat(found).startsWith("plugin may not use conversations: "));
        }

        @Test
        void insidesAreUsedByTheirModuleAlone() {
            assertThat(ModuleRules.insidesAreUsedByTheirModuleAlone(PRODUCT)).isEmpty();
            assertThat(ModuleRules.insidesAreUsedByTheirModuleAlone(Codebase.fixture("insides")))
                    .singleElement()
                    .asString()
                    .startsWith("desk uses the inside of contacts: ");
        }

        @Test
        void rulesAndProvidersOnlyReadTheThree() {
            assertThat(ModuleRules.rulesAndProvidersOnlyReadTheThree(PRODUCT)).isEmpty();
            assertThat(ModuleRules.rulesAndProvidersOnlyReadTheThree(Codebase.fixture("reading")))
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found)
                            .startsWith("labelling uses more than a read face of conversations: ")
                            .contains(".Conversations")
                            .doesNotContain("ConversationCards"));
        }

        @Test
        void foundationsUseTheJdkAlone() {
            assertThat(ModuleRules.foundationsUseTheJdkAlone(PRODUCT)).isEmpty();
            assertThat(ModuleRules.foundationsUseTheJdkAlone(Codebase.fixture("foundations")))
                    .singleElement()
                    .asString()
                    .contains("InjectedProvider.setting", "jakarta.inject.Inject");
        }
    }

    @Nested
    class Events {

        @Test
        void eventsAreRecordedRecords() {
            assertThat(EventRules.eventsAreRecordedRecords(PRODUCT)).isEmpty();
            assertThat(EventRules.eventsAreRecordedRecords(Codebase.fixture("telling")))
                    .hasSize(3)
                    .anySatisfy(found -> assertThat(found).endsWith(".Nameless has no @Recorded name"))
                    .anySatisfy(found -> assertThat(found).endsWith(".Changeable is not a record"))
                    .anySatisfy(found -> assertThat(found)
                            .contains(".Sold is recorded under the name and version of ")
                            .endsWith(".Returned"));
        }

        @Test
        void eventsAreConstructedByTheirOwners() {
            assertThat(EventRules.eventsAreConstructedByTheirOwners(PRODUCT)).isEmpty();
            assertThat(EventRules.eventsAreConstructedByTheirOwners(Codebase.fixture("telling")))
                    .hasSize(3)
                    .anySatisfy(found -> assertThat(found).contains("ContactRumour.spread", "ContactChanged.<init>"))
                    .anySatisfy(found -> assertThat(found).contains("ContactRumour.forgery", "Sold.<init>"))
                    .anySatisfy(found -> assertThat(found).contains("Forgotten has no owner"));
        }

        @Test
        void eventsAreFiredByTheirOwners() {
            assertThat(EventRules.eventsAreFiredByTheirOwners(PRODUCT)).isEmpty();
            assertThat(EventRules.eventsAreFiredByTheirOwners(Codebase.fixture("telling")))
                    .singleElement()
                    .asString()
                    .startsWith("desk may not fire ContactChanged: ");
        }
    }

    @Nested
    class Lanes {

        private final Codebase broken = Codebase.fixture("lanes");

        @Test
        void liveObserversLeaveTheDatabaseAlone() {
            assertThat(LaneRules.liveObserversLeaveTheDatabaseAlone(PRODUCT)).isEmpty();
            assertThat(LaneRules.liveObserversLeaveTheDatabaseAlone(broken))
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found).contains("CountingHints.on(", "org.jdbi."));
        }

        @Test
        void keptObserversHaveNamesOfTheirOwn() {
            assertThat(LaneRules.keptObserversHaveNamesOfTheirOwn(PRODUCT)).isEmpty();
            assertThat(LaneRules.keptObserversHaveNamesOfTheirOwn(broken))
                    .hasSize(2)
                    .anySatisfy(found -> assertThat(found).contains("shares the name 'desk.webhook'"))
                    .anySatisfy(found -> assertThat(found).endsWith("is named 'labelling.webhook', not 'desk.…'"));
        }

        @Test
        void nothingIsFiredAsynchronously() {
            assertThat(LaneRules.nothingIsFiredAsynchronously(PRODUCT)).isEmpty();
            assertThat(LaneRules.nothingIsFiredAsynchronously(broken))
                    .hasSize(2)
                    .anySatisfy(found -> assertThat(found).contains("Broadcast.send", "fireAsync"))
                    .anySatisfy(found -> assertThat(found).contains("Broadcast.receive"));
        }
    }

    @Nested
    class Code {

        private final Codebase broken = Codebase.fixture("code");

        @Test
        void timeIsToldByJavaTime() {
            assertThat(CodeRules.timeIsToldByJavaTime(PRODUCT)).isEmpty();
            assertThat(CodeRules.timeIsToldByJavaTime(broken))
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found).contains("Diary.today", "java.util.Date"));
        }

        @Test
        void nobodySleeps() {
            assertThat(CodeRules.nobodySleeps(PRODUCT)).isEmpty();
            assertThat(CodeRules.nobodySleeps(broken))
                    .singleElement()
                    .asString()
                    .contains("Diary.today");
        }

        @Test
        void theServerSpeaksThroughItsLog() {
            assertThat(CodeRules.theServerSpeaksThroughItsLog(PRODUCT)).isEmpty();
            assertThat(CodeRules.theServerSpeaksThroughItsLog(broken))
                    .singleElement()
                    .asString()
                    .contains("Diary.today", "java.lang.System.out");
        }

        @Test
        void resourcesSayWhoMayCallThem() {
            assertThat(CodeRules.resourcesSayWhoMayCallThem(PRODUCT)).isEmpty();
            assertThat(CodeRules.resourcesSayWhoMayCallThem(broken))
                    .singleElement()
                    .asString()
                    .contains("OpenResource.read");
        }
    }

    @Nested
    class Schemas {

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
            migration(
                    "orders/src/main/resources/db/orders/V3__returns.sql", "create view orders.v as select 1; -- x.y");
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
            assertThat(SchemaRules.schemasAreMigratedAtStart(MODULES, migrated()))
                    .isEmpty();
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

    @Nested
    class Sources {

        @TempDir
        Path folder;

        @Test
        void classesAreShort() throws IOException {
            assertThat(SourceRules.classesAreShort(Repository.javaModules())).isEmpty();
            source("Short.java", "class Short {}\n");
            source("Long.java", "class Long {\n" + "\n".repeat(299) + "}\n");
            assertThat(SourceRules.classesAreShort(List.of(folder)))
                    .singleElement()
                    .asString()
                    .endsWith("Long.java has more than 300 lines");
        }

        @Test
        void facesAreDocumented() throws IOException {
            assertThat(SourceRules.facesAreDocumented(Repository.javaModules())).isEmpty();
            source(
                    "Described.java",
                    "package x;\n\n/** What it is. */\n@Recorded(\"x\")\npublic record Described() {}\n");
            source("Hidden.java", "package x;\n\nclass Hidden {}\n");
            source("internal/Inside.java", "package x.internal;\n\npublic class Inside {}\n");
            source("Bare.java", "/* A licence. */\npackage x;\n\nimport y.Z;\n\n@Z\npublic final class Bare {}\n");
            assertThat(SourceRules.facesAreDocumented(List.of(folder)))
                    .singleElement()
                    .asString()
                    .endsWith("Bare.java has no Javadoc");
        }

        private void source(String name, String text) throws IOException {
            Path path = folder.resolve("src/main/java/x").resolve(name);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        }
    }

    /** The fixtures are outside the product. */
    @Test
    void theProductHasNoFixtures() {
        assertThat(PRODUCT.classes())
                .extracting(JavaClass::getPackageName)
                .noneMatch(name -> name.startsWith("io.rapport.architecture"));
    }
}
