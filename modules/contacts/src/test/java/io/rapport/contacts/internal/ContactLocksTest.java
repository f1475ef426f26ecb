package io.rapport.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.ProposedValue;
import io.rapport.attributes.internal.StoredAttributeDefinitions;
import io.rapport.events.Actor;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ContactChanged;
import io.rapport.events.ContactId;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.events.SuppliedValue;
import io.rapport.events.ValuesSupplied;
import io.rapport.fixtures.Fired;
import io.rapport.sites.Sites;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An agent and a plugin change one contact in the same moment. */
class ContactLocksTest {

    private static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);
    private static final Actor CRM = new Actor(Actor.Kind.PLUGIN, "crm", "CRM", "1.0");
    private static final Sites NO_SITES = (Sites) Proxy.newProxyInstance(
            Sites.class.getClassLoader(), new Class<?>[] {Sites.class}, (sites, method, arguments) -> List.of());

    private static EmbeddedPostgres postgres;
    private static EntityManagerFactory unit;
    private static Jdbi jdbi;

    private final ContactId contact = ContactId.next();

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        var source = postgres.getPostgresDatabase(Map.of("stringtype", "unspecified"));
        Flyway.configure()
                .dataSource(source)
                .schemas("contacts")
                .locations("classpath:db/contacts")
                .load()
                .migrate();
        jdbi = Jdbi.create(source);
        unit = Persistence.createEntityManagerFactory(
                "contacts",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", source,
                        "eclipselink.weaving", "false"));
    }

    @AfterAll
    static void stop() throws Exception {
        unit.close();
        postgres.close();
    }

    /** The module's parts, working in one transaction of their own. */
    private static final class Transaction {
        final ContactEdits edits = new ContactEdits();
        final ContactListeners listeners = new ContactListeners();

        Transaction(EntityManager entities, Consumer<AttributesChanged> changed) {
            Jdbi connection = Jdbi.create(entities.unwrap(Connection.class));
            ContactLocks locks = new ContactLocks();
            locks.entities = entities;
            locks.jdbi = connection;
            edits.locks = locks;
            listeners.locks = locks;
            ContactValues values = new ContactValues();
            values.entities = entities;
            values.owned = new Owned(connection, Clock.systemUTC(), null, new StoredAttributeDefinitions());
            values.attributesChanged = new Fired<>(changed);
            values.contactChanged = new Fired<ContactChanged>();
            edits.values = values;
            edits.owned = values.owned;
            edits.sites = NO_SITES;
            edits.clock = Clock.systemUTC();
            listeners.values = values;
        }
    }

    private static void inTransaction(Consumer<AttributesChanged> changed, Consumer<Transaction> work) {
        EntityManager entities = unit.createEntityManager();
        entities.getTransaction().begin();
        try {
            work.accept(new Transaction(entities, changed));
            entities.getTransaction().commit();
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private void agentEdits(String name) {
        inTransaction(
                changed -> {},
                transaction -> transaction.edits.editProfile(
                        contact.value(), null, List.of(ProposedValue.of("name", name)), MAI));
    }

    private void pluginSupplies(String name, Consumer<AttributesChanged> changed) {
        List<SuppliedValue> values = List.of(new SuppliedValue("name", name, false, false));
        inTransaction(
                changed,
                transaction -> transaction.listeners.store(new ValuesSupplied(
                        Subject.of(contact), Source.PLUGIN, values, null, null, CRM, Instant.now())));
    }

    @Test
    void anAgentsEditInTheMiddleOfAPluginsValuesEndsInNoDeadlock() throws Exception {
        jdbi.useHandle(handle -> handle.execute(
                "insert into contacts.contact (id, realm_id, created_at) values (?, ?, now())",
                contact.value(),
                contact.value()));
        CompletableFuture<?>[] agent = new CompletableFuture<?>[1];

        pluginSupplies("Mai of the customer base", changed -> {
            agent[0] = CompletableFuture.runAsync(() -> agentEdits("Mai"));
            awaitSomebodyWhoWaits();
        });
        agent[0].get(30, TimeUnit.SECONDS);

        assertThat(name()).isEqualTo("Mai");
    }

    @Test
    void valuesOfAContactThatIsGoneAreDropped() {
        pluginSupplies("Nobody", changed -> {});

        assertThat(jdbi.<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                                "select count(*) from contacts.attribute_value where subject_id = :id")
                        .bind("id", contact.value())
                        .mapTo(Integer.class)
                        .one()))
                .isZero();
    }

    private String name() {
        return jdbi.withHandle(handle -> handle.createQuery("select name from contacts.contact where id = :id")
                .bind("id", contact.value())
                .mapTo(String.class)
                .one());
    }

    private static void awaitSomebodyWhoWaits() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (jdbi.withHandle(handle -> handle.createQuery("select count(*) from pg_locks where not granted")
                        .mapTo(Integer.class)
                        .one())
                == 0) {
            assertThat(System.nanoTime()).as("nobody waits for a lock").isLessThan(end);
        }
    }
}
