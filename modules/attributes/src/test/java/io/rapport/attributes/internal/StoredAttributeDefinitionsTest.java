package io.rapport.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.attributes.AttributeDeclared;
import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeType;
import io.rapport.attributes.OwnersDatabase;
import io.rapport.events.Subject;
import io.rapport.fixtures.Fired;
import io.rapport.fixtures.OneTransaction;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredAttributeDefinitionsTest {

    private static EntityManagerFactory unit;

    private final OneTransaction transaction = new OneTransaction();
    private final Fired<DefinitionsChanged> fired = new Fired<>();
    private final Fired<AttributeDeclared> declared = new Fired<>();
    private final StoredAttributeDefinitions definitions = definitions();

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(OwnersDatabase.dataSource())
                .schemas("attributes")
                .locations("classpath:db/attributes")
                .load()
                .migrate();
        unit = Persistence.createEntityManagerFactory(
                "attributes",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", OwnersDatabase.dataSource(),
                        "eclipselink.weaving", "false"));
    }

    @AfterAll
    static void close() {
        unit.close();
    }

    @BeforeEach
    void empty() {
        Jdbi.create(OwnersDatabase.dataSource()).useHandle(handle -> handle.execute("truncate attributes.definition"));
    }

    @Test
    void aDeclaredAttributeIsFoundByItsKeyWithItsOptions() {
        AttributeDefinition made = inTransaction(() -> definitions.create(list("plan", " Free ", "Pro")));

        assertThat(made.options()).containsExactly("Free", "Pro");
        assertThat(made.builtIn()).isFalse();
        assertThat(definitions.find(Subject.Kind.CONTACT, "plan")).contains(made);
        assertThat(definitions.find(Subject.Kind.CONVERSATION, "plan")).isEmpty();
        assertThat(definitions.all(Subject.Kind.CONTACT)).containsExactly(made);
    }

    @Test
    void contactsHaveNameEmailAndPhoneWithoutDeclaringThem() {
        assertThat(definitions.find(Subject.Kind.CONTACT, "phone"))
                .get()
                .matches(AttributeDefinition::builtIn)
                .extracting(AttributeDefinition::type)
                .isEqualTo(AttributeType.PHONE);
        assertThat(definitions.find(Subject.Kind.CONVERSATION, "phone")).isEmpty();
        assertThat(definitions.all(Subject.Kind.CONTACT)).isEmpty();
    }

    @Test
    void aKeyIsGivenOnceAndNeverThatOfABuiltInOne() {
        inTransaction(() -> definitions.create(list("plan", "Free")));

        for (String taken : List.of("plan", "email")) {
            assertThatThrownBy(() -> inTransaction(() -> definitions.create(list(taken, "Free"))))
                    .satisfies(
                            problem -> assertThat(((Problem) problem).status()).isEqualTo(409));
        }
    }

    @Test
    void whatIsWrongIsNamedAllAtOnce() {
        AttributeDefinition bad = new AttributeDefinition(
                null, Subject.Kind.SITE, "Bad Key", " ", null, null, List.of("x"), "g".repeat(101), 0, false);

        assertThatThrownBy(() -> definitions.create(bad))
                .satisfies(problem -> assertThat(((Problem) problem).errors())
                        .extracting(FieldError::field)
                        .containsExactly("subject", "key", "type", "name", "group", "options"));
    }

    @Test
    void aListNeedsOptionsThatDiffer() {
        assertThatThrownBy(() -> definitions.create(list("plan"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> definitions.create(list("plan", "Pro", " Pro")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> definitions.create(list("plan", "\0"))).isInstanceOf(Problem.class);
    }

    @Test
    void theTransactionThatDeclaresSeesItAndAFailedOneLeavesNoTrace() {
        assertThat(definitions.all(Subject.Kind.CONTACT)).isEmpty();
        assertThatThrownBy(() -> inTransaction(() -> {
                    definitions.create(list("plan", "Free"));
                    assertThat(definitions.find(Subject.Kind.CONTACT, "plan")).isPresent();
                    throw new IllegalStateException("after all not");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(definitions.all(Subject.Kind.CONTACT)).isEmpty();
    }

    @Test
    void askingCostsNoStatementOnceTheyWereRead() {
        inTransaction(() -> definitions.create(list("plan", "Free")));
        definitions.all(Subject.Kind.CONTACT);
        definitions.entities = null;

        assertThat(definitions.find(Subject.Kind.CONTACT, "plan")).isPresent();
    }

    @Test
    void theResourceDeclaresAndListsInPanelOrder() {
        AttributeDefinitionResource resource = new AttributeDefinitionResource();
        resource.definitions = definitions;
        resource.changes = new DefinitionChanges();
        resource.changes.definitions = definitions;
        for (String key : List.of("zeta", "alpha")) {
            inTransaction(() -> resource.declare(wanted("conversation", key, "number")));
        }

        assertThat(resource.list("conversation", null).items())
                .extracting(DefinitionBody.View::key)
                .containsExactly("zeta", "alpha");
        assertThat(resource.list(null, null).items()).hasSize(2);
        assertThatThrownBy(() -> resource.list("site", null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.declare(wanted(null, null, null))).isInstanceOf(Problem.class);
    }

    private static DefinitionBody.Wanted wanted(String subject, String key, String type) {
        return new DefinitionBody.Wanted(subject, key, key, null, type, null, null, true, null, null, null, null, null);
    }

    private static AttributeDefinition list(String key, String... options) {
        return new AttributeDefinition(
                null, Subject.Kind.CONTACT, key, "Plan", null, AttributeType.LIST, List.of(options), null, 0, true);
    }

    private StoredAttributeDefinitions definitions() {
        StoredAttributeDefinitions made = new StoredAttributeDefinitions();
        made.transactions = transaction;
        made.changed = fired;
        made.clock = Clock.systemUTC();
        made.declared = declared;
        made.undeclared = new UndeclaredKeys();
        made.undeclared.jdbi = Jdbi.create(OwnersDatabase.dataSource());
        made.undeclared.clock = Clock.systemUTC();
        made.undeclared.added = new Fired<>();
        made.entities = unit.createEntityManager();
        return made;
    }

    /** As the container does: the entity manager is the transaction's, and success is told to who observes it. */
    private <T> T inTransaction(Supplier<T> work) {
        EntityManager before = definitions.entities;
        try (EntityManager own = unit.createEntityManager()) {
            definitions.entities = own;
            own.getTransaction().begin();
            transaction.begin();
            try {
                T done = work.get();
                own.getTransaction().commit();
                transaction.end();
                fired.events().forEach(definitions::forget);
                return done;
            } finally {
                transaction.end();
                fired.events().clear();
                if (own.getTransaction().isActive()) {
                    own.getTransaction().rollback();
                }
                definitions.entities = before;
            }
        }
    }
}
