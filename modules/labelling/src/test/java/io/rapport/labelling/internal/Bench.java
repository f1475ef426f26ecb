package io.rapport.labelling.internal;

import io.rapport.attributes.AttributeType;
import io.rapport.events.Actor;
import io.rapport.events.LabelsDecided;
import io.rapport.events.MessagePosted;
import io.rapport.events.Subject;
import io.rapport.events.ValuesSupplied;
import io.rapport.fixtures.Fired;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The module wired by hand over a real PostgreSQL, with the other modules played by fakes. */
final class Bench implements AutoCloseable {

    static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);

    private final EmbeddedPostgres postgres;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    final Jdbi jdbi;
    final MovableClock clock = new MovableClock();
    final LabelsInMemory labels = new LabelsInMemory("refund request", "vip", "priority::high", "foreign");
    final AttributesInMemory attributes = new AttributesInMemory()
            .with(Subject.Kind.CONTACT, "plan", AttributeType.LIST, "Gold", "Silver")
            .with(Subject.Kind.CONVERSATION, "amount", AttributeType.NUMBER);
    final World world = new World();
    final List<LabelsDecided> decided = new ArrayList<>();
    final RevisionTable revisions = new RevisionTable();
    final OccasionTable occasions = new OccasionTable();

    RulesInForce rules;
    Publishing publishing;
    Evaluator evaluator;
    MessageOccasions messages;
    SuppliedFields supplied;
    LabellingListeners listeners;
    OverdueOccasions overdue;

    Bench() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var dataSource = postgres.getDatabase(
                "postgres", "postgres", Map.of("stringtype", "unspecified", "reWriteBatchedInserts", "true"));
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("labelling")
                .locations("classpath:db/labelling")
                .load()
                .migrate();
        jdbi = Jdbi.create(dataSource);
        revisions.jdbi = jdbi;
        occasions.jdbi = jdbi;
        occasions.labels = labels;
        restart();
    }

    /** All that a server start forgets is forgotten. */
    void restart() {
        rules = new RulesInForce();
        rules.revisions = revisions;
        rules.attributes = attributes;
        rules.labels = labels;
        publishing = new Publishing();
        publishing.revisions = revisions;
        publishing.attributes = attributes;
        publishing.labels = labels;
        publishing.clock = clock;
        publishing.executor = executor();
        publishing.publication = new Publication();
        publishing.publication.revisions = revisions;
        publishing.publication.published = new Fired<>(rules::on);
        wireEvaluation();
    }

    private void wireEvaluation() {
        evaluator = new Evaluator();
        evaluator.rules = rules;
        evaluator.occasions = occasions;
        evaluator.labels = labels;
        evaluator.clock = clock;
        evaluator.decided = new Fired<>(decided::add);
        evaluator.situations = new SituationReader();
        evaluator.situations.conversations = world.conversations();
        evaluator.situations.contacts = world.contacts();
        evaluator.situations.sessions = world.sessions();
        evaluator.situations.sites = world.sites();
        messages = new MessageOccasions();
        messages.evaluator = evaluator;
        supplied = new SuppliedFields();
        supplied.evaluator = evaluator;
        listeners = new LabellingListeners();
        listeners.occasions = occasions;
        overdue = new OverdueOccasions();
        overdue.occasions = occasions;
        overdue.evaluator = evaluator;
        overdue.clock = clock;
    }

    /** Empties the tables and forgets the rules. */
    void clear() {
        jdbi.useHandle(handle -> handle.execute("truncate labelling.revision, labelling.occasion"));
        decided.clear();
        restart();
    }

    /** Publishes rules written with single quotes, on top of what is in force. */
    long publish(String rules) {
        return publishing
                .newRevision(json(rules), "", revisions.latestNumber(), MAI)
                .number();
    }

    /** Delivers messages in one batch. */
    void tell(MessagePosted... events) {
        messages.take(List.of(events));
    }

    void tell(ValuesSupplied event) {
        supplied.take(List.of(event));
    }

    static JsonValue json(String quoted) {
        return JsonText.object("{\"x\":" + quoted.replace('\'', '"') + "}").get("x");
    }

    private ManagedExecutorService executor() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                Bench.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        postgres.close();
    }

    /** A clock that a test moves; on a Monday, nine o'clock in the evening in Hanoi. */
    static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T14:00:00Z");

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
