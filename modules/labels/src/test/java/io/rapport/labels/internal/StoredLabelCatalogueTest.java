package io.rapport.labels.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.access.FieldError;
import io.rapport.access.Problem;
import io.rapport.events.Subject;
import io.rapport.fixtures.Fired;
import io.rapport.fixtures.OneTransaction;
import io.rapport.labels.LabelCard;
import io.rapport.labels.NewLabel;
import io.rapport.labels.OwnersDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredLabelCatalogueTest {

    private static EntityManagerFactory unit;

    private final OneTransaction transaction = new OneTransaction();
    private final Fired<CatalogueChanged> fired = new Fired<>();
    private final StoredLabelCatalogue catalogue = catalogue();

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(OwnersDatabase.dataSource())
                .schemas("labels")
                .locations("classpath:db/labels")
                .load()
                .migrate();
        unit = Persistence.createEntityManagerFactory(
                "labels",
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
        jdbi().useHandle(handle -> handle.execute("truncate labels.label, labels.scope"));
    }

    @Test
    void aNewLabelIsFoundByIdAndByNameHoweverItIsTyped() {
        LabelCard made = inTransaction(() -> catalogue.create(label(" Priority::High ")));

        assertThat(made)
                .isEqualTo(new LabelCard(
                        made.id(),
                        "Priority::High",
                        "#336699",
                        "",
                        Set.of(Subject.Kind.CONVERSATION),
                        false,
                        "priority"));
        assertThat(catalogue.find(made.id())).contains(made);
        assertThat(catalogue.named("priority::HIGH")).contains(made);
        assertThat(catalogue.cards(List.of(made.id()))).containsOnlyKeys(made.id());
        assertThat(catalogue.all()).containsExactly(made);
    }

    @Test
    void aNameIsGivenOnce() {
        inTransaction(() -> catalogue.create(label("Refund")));

        assertThatThrownBy(() -> inTransaction(() -> catalogue.create(label("reFUND "))))
                .satisfies(problem -> assertThat(((Problem) problem).status()).isEqualTo(409));
    }

    @Test
    void whatIsWrongIsNamedAllAtOnce() {
        NewLabel bad = new NewLabel("a::", "red", "x".repeat(1001), Set.of(Subject.Kind.SESSION));

        assertThatThrownBy(() -> inTransaction(() -> catalogue.create(bad)))
                .satisfies(problem -> assertThat(((Problem) problem).errors())
                        .extracting(FieldError::field)
                        .containsExactly("name", "colour", "description", "appliesTo"));
    }

    @Test
    void theTransactionThatAddsALabelSeesItAndAFailedOneLeavesNoTrace() {
        assertThat(catalogue.all()).isEmpty();
        assertThatThrownBy(() -> inTransaction(() -> {
                    LabelCard made = catalogue.create(label("Refund"));
                    assertThat(catalogue.find(made.id())).contains(made);
                    throw new IllegalStateException("after all not");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(catalogue.all()).isEmpty();
    }

    @Test
    void askingCostsNoStatementOnceTheCatalogueWasRead() {
        inTransaction(() -> catalogue.create(label("Refund")));
        LabelCard known = catalogue.all().get(0);
        catalogue.entities = null;

        assertThat(catalogue.find(known.id())).contains(known);
        assertThat(catalogue.named("refund")).contains(known);
    }

    @Test
    void aScopeMayAllowSeveralLabels() {
        jdbi().useHandle(handle -> handle.execute("insert into labels.scope values ('topic', false)"));
        LabelCard made = inTransaction(() -> catalogue.create(label("Topic::Shipping")));

        assertThat(made.exclusiveScope()).isNull();
        assertThat(catalogue.find(made.id()).orElseThrow().exclusiveScope()).isNull();
    }

    @Test
    void theListIsReadPageByPageInTheOrderOfNames() {
        List.of("b", "A", "é", "c::d").forEach(name -> inTransaction(() -> catalogue.create(label(name))));
        LabelResource resource = new LabelResource();
        resource.catalogue = catalogue;

        LabelResource.Page first = resource.list(null, "3");
        LabelResource.Page last = resource.list(first.next(), "3");
        assertThat(first.items()).extracting(LabelResource.View::name).containsExactly("A", "b", "c::d");
        assertThat(last.items()).extracting(LabelResource.View::name).containsExactly("é");
        assertThat(last.next()).isNull();
        for (String limit : List.of("0", "101", "x", "-1", "")) {
            assertThatThrownBy(() -> resource.list(null, limit)).isInstanceOf(Problem.class);
        }
        assertThatThrownBy(() -> resource.list("%%", "3")).isInstanceOf(Problem.class);
    }

    @Test
    void theResourceAddsWhatIsAskedForAndRefusesTheRest() {
        LabelResource resource = new LabelResource();
        resource.catalogue = catalogue;

        LabelResource.View made = inTransaction(
                () -> resource.add(new LabelResource.Wanted("VIP", null, "Important", List.of("contact", "site"))));
        assertThat(made.appliesTo()).containsExactly("contact", "site");
        assertThat(made.colour()).matches("#[0-9a-f]{6}");
        for (List<String> kinds : Arrays.<List<String>>asList(null, List.of(), List.of("session"), List.of("x"))) {
            assertThatThrownBy(() -> resource.add(new LabelResource.Wanted("b", null, null, kinds)))
                    .satisfies(problem -> assertThat(((Problem) problem).errors())
                            .extracting(FieldError::field)
                            .containsExactly("appliesTo"));
        }
        assertThatThrownBy(() -> resource.add(null))
                .satisfies(problem -> assertThat(((Problem) problem).status()).isEqualTo(400));
    }

    private static NewLabel label(String name) {
        return new NewLabel(name, "#336699", null, new HashSet<>(Set.of(Subject.Kind.CONVERSATION)));
    }

    private StoredLabelCatalogue catalogue() {
        StoredLabelCatalogue made = new StoredLabelCatalogue();
        made.transactions = transaction;
        made.changed = fired;
        made.clock = Clock.systemUTC();
        made.entities = unit.createEntityManager();
        return made;
    }

    /** As the container does: the entity manager is the transaction's, and success is told to who observes it. */
    private <T> T inTransaction(Supplier<T> work) {
        EntityManager before = catalogue.entities;
        try (EntityManager own = unit.createEntityManager()) {
            catalogue.entities = own;
            own.getTransaction().begin();
            transaction.begin();
            try {
                T done = work.get();
                own.getTransaction().commit();
                transaction.end();
                fired.events().forEach(catalogue::forget);
                return done;
            } finally {
                transaction.end();
                fired.events().clear();
                if (own.getTransaction().isActive()) {
                    own.getTransaction().rollback();
                }
                catalogue.entities = before;
            }
        }
    }

    private static Jdbi jdbi() {
        return OwnersDatabase.jdbi();
    }
}
