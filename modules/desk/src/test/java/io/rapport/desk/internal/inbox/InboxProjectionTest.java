package io.rapport.desk.internal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeDefinition;
import io.rapport.attributes.AttributeDefinitions;
import io.rapport.attributes.AttributeType;
import io.rapport.events.Actor;
import io.rapport.events.Answers;
import io.rapport.events.AttributeChange;
import io.rapport.events.AttributesChanged;
import io.rapport.events.ContactId;
import io.rapport.events.ContactIdentified;
import io.rapport.events.ConversationId;
import io.rapport.events.ConversationStarted;
import io.rapport.events.LabelId;
import io.rapport.events.LabelsApplied;
import io.rapport.events.MessageId;
import io.rapport.events.MessagePosted;
import io.rapport.events.MessagesPosted;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.events.VisitorId;
import io.rapport.sessions.SessionCards;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Observers of one event, and those of the events that follow from it, run in no order that anybody may rely on. */
class InboxProjectionTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final AttributeDefinition DRINKS = new AttributeDefinition(
            null,
            Subject.Kind.CONVERSATION,
            "drinks",
            "Drinks",
            "",
            AttributeType.MULTI_LIST,
            List.of("Tea", "Coffee"),
            "",
            0,
            true);

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;

    private final InboxProjection projection = new InboxProjection();
    private final VisitorId visitor = VisitorId.next();
    private final SiteId site = SiteId.next();
    private final SessionId session = SessionId.next();
    private final ContactId contact = ContactId.next();
    private final LabelId label = new LabelId(MessageId.next().value());

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        var source = postgres.getPostgresDatabase(Map.of("stringtype", "unspecified"));
        Flyway.configure()
                .dataSource(source)
                .schemas("desk")
                .locations("classpath:db/desk")
                .load()
                .migrate();
        jdbi = Jdbi.create(source);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    InboxProjectionTest() {
        projection.definitions = (AttributeDefinitions) Proxy.newProxyInstance(
                AttributeDefinitions.class.getClassLoader(),
                new Class<?>[] {AttributeDefinitions.class},
                (definitions, method, arguments) -> Optional.of(DRINKS));
        projection.table = new InboxTable();
        projection.table.jdbi = jdbi;
        projection.sessions = (SessionCards) Proxy.newProxyInstance(
                SessionCards.class.getClassLoader(),
                new Class<?>[] {SessionCards.class},
                (cards, method, arguments) -> Map.of());
    }

    @Test
    void theFirstEventsOfAConversationEndInTheSameRowInWhateverOrder() {
        Set<Map<String, Object>> rows = new HashSet<>();
        Set<Set<String>> terms = new HashSet<>();
        Set<Set<String>> postings = new HashSet<>();
        Set<String> filed = Set.of("label:" + label, "attribute:drinks=Tea", "attribute:drinks=Coffee");
        for (List<Integer> order : orders(List.of(0, 1, 2, 3, 4))) {
            ConversationId conversation = ConversationId.next();
            List<Runnable> events = events(conversation);
            order.forEach(place -> events.get(place).run());
            rows.add(row(conversation));
            terms.add(terms(conversation));
            postings.add(postings(conversation));
        }

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("labels", "{" + label + "}")
                        .containsEntry("number", 7L)
                        .containsEntry("contact_name", "Mai")
                        .containsEntry("last_text", "Hello"));
        assertThat(terms).containsExactly(filed);
        assertThat(postings).containsExactly(filed);
    }

    @Test
    void anAttributeIsFiledUnderTheValuesThatItHasAndNoOthers() {
        ConversationId conversation = ConversationId.next();
        events(conversation).forEach(Runnable::run);

        projection.on(drinks(conversation, "Tea"));
        assertThat(terms(conversation)).containsExactlyInAnyOrder("label:" + label, "attribute:drinks=Tea");
        assertThat(postings(conversation)).containsExactlyInAnyOrder("label:" + label, "attribute:drinks=Tea");

        projection.on(drinks(conversation, null));
        assertThat(terms(conversation)).containsExactly("label:" + label);
        assertThat(postings(conversation)).containsExactly("label:" + label);
    }

    private static AttributesChanged drinks(ConversationId conversation, String value) {
        return new AttributesChanged(
                Subject.of(conversation),
                List.of(new AttributeChange("drinks", value)),
                Actor.visitor(VisitorId.next()),
                NOON);
    }

    private List<Runnable> events(ConversationId conversation) {
        Actor actor = Actor.visitor(visitor);
        Answers answers = new Answers(Map.of(), Map.of());
        MessagePosted message = new MessagePosted(
                conversation, MessageId.next(), 1, site, visitor, session, "Hello", false, "1", actor, NOON);
        return List.of(
                () -> projection.on(
                        new ConversationStarted(conversation, 7, site, visitor, session, null, answers, actor, NOON)),
                () -> projection.on(
                        new ContactIdentified(contact, visitor, site, conversation, true, "Mai", actor, NOON)),
                () -> projection.on(new LabelsApplied(
                        Subject.of(conversation), null, List.of(label), List.of(), List.of(), actor, NOON)),
                () -> projection.on(new MessagesPosted(List.of(message))),
                () -> projection.on(drinks(conversation, "Tea\nCoffee")));
    }

    private static List<List<Integer>> orders(List<Integer> places) {
        if (places.size() < 2) {
            return List.of(places);
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : places) {
            List<Integer> others = new ArrayList<>(places);
            others.remove(first);
            orders(others).forEach(rest -> {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(Collections.unmodifiableList(order));
            });
        }
        return orders;
    }

    private static Map<String, Object> row(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select number, site_id, contact_id, contact_name, session_id, status, active_at, last_text,
                               last_sequence, visitor_sequence, waiting_since, cast(labels as text) as labels
                          from desk.inbox where conversation_id = :id""")
                .bind("id", conversation.value())
                .mapToMap()
                .one());
    }

    private static Set<String> terms(ConversationId conversation) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select unnest(terms) from desk.inbox where conversation_id = :id")
                        .bind("id", conversation.value())
                        .mapTo(String.class)
                        .set());
    }

    private static Set<String> postings(ConversationId conversation) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select key from desk.posting where conversation_id = :id and active_at = :noon")
                .bind("id", conversation.value())
                .bind("noon", NOON.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .set());
    }
}
