package io.rapport.contacts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.attributes.AttributeMerging;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import io.rapport.events.Subject;
import io.rapport.labels.LabelMerging;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Whatever two contacts have: undone without an edit between, a merge leaves no trace but in the history. */
class MergePropertyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Actor MAI = new Actor(Actor.Kind.AGENT, "mai", "Mai", null);

    private static EmbeddedPostgres postgres;
    private static Jdbi jdbi;
    private static AttributeMerging values;
    private static LabelMerging labels;

    /** A value of a contact; of one key the first that is written wins. */
    record Value(int key, Source source, int sourceId, int value, int setAt, boolean pinned) {}

    /** A label of a contact: of scope 0 it has none, of others one at most. */
    record Put(int label, int scope, boolean byRule, int setAt) {}

    /** What a contact has. */
    record Belongings(List<Value> values, List<Put> labels, List<Integer> overrides) {}

    @BeforeContainer
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .schemas("contacts")
                .locations("classpath:db/contacts")
                .load()
                .migrate();
        jdbi = Jdbi.create(postgres.getDatabase("postgres", "postgres", Map.of("stringtype", "unspecified")));
        values = new AttributeMerging(jdbi, Clock.fixed(NOW, ZoneOffset.UTC), "contacts");
        labels = new LabelMerging(jdbi, "contacts", Subject.Kind.CONTACT);
    }

    @AfterContainer
    static void stop() throws Exception {
        postgres.close();
    }

    @Provide
    Arbitrary<Belongings> belongings() {
        Arbitrary<Value> value = Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(Source.values()),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(false, false, false, true))
                .as(Value::new);
        Arbitrary<Put> put = Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3))
                .as((label, scope, byRule, setAt) -> new Put(label * 3 + scope, scope, byRule, setAt));
        return Combinators.combine(
                        value.list().ofMaxSize(8),
                        put.list().ofMaxSize(5),
                        Arbitraries.integers().between(3, 20).list().ofMaxSize(3))
                .as(Belongings::new);
    }

    @Property(tries = 60)
    void undoingAMergeRestoresEverything(
            @ForAll("belongings") Belongings ones, @ForAll("belongings") Belongings others) {
        UUID from = keep(ones);
        UUID into = keep(others);
        String before = everything(from, into);

        AttributeMerging.Merged kept = values.merge(from, into, Source.AGENT, MAI);
        LabelMerging.Merged put = labels.merge(from, into, MAI, NOW);
        assertThat(shownTwice(into)).as("keys that show no value, or two").isZero();
        values.unmerge(into, kept.before(), kept.after(), Source.AGENT, MAI);
        labels.unmerge(into, put.before(), put.after(), MAI, NOW);

        assertThat(everything(from, into)).isEqualTo(before);
    }

    @Property(tries = 40)
    void mergesAreUndoneInTheReverseOrder(
            @ForAll("belongings") Belongings ones,
            @ForAll("belongings") Belongings others,
            @ForAll("belongings") Belongings thirds) {
        UUID one = keep(ones);
        UUID other = keep(others);
        UUID third = keep(thirds);
        String before = everything(one, other, third);

        AttributeMerging.Merged first = values.merge(one, other, Source.AGENT, MAI);
        LabelMerging.Merged firstLabels = labels.merge(one, other, MAI, NOW);
        String between = everything(one, other, third);
        AttributeMerging.Merged second = values.merge(other, third, Source.AGENT, MAI);
        LabelMerging.Merged secondLabels = labels.merge(other, third, MAI, NOW);
        values.unmerge(third, second.before(), second.after(), Source.AGENT, MAI);
        labels.unmerge(third, secondLabels.before(), secondLabels.after(), MAI, NOW);
        assertThat(everything(one, other, third)).isEqualTo(between);
        values.unmerge(other, first.before(), first.after(), Source.AGENT, MAI);
        labels.unmerge(other, firstLabels.before(), firstLabels.after(), MAI, NOW);

        assertThat(everything(one, other, third)).isEqualTo(before);
    }

    @Property(tries = 40)
    void whatIsEditedSinceStays(@ForAll("belongings") Belongings ones, @ForAll("belongings") Belongings others) {
        UUID from = keep(ones);
        UUID into = keep(others);
        AttributeMerging.Merged kept = values.merge(from, into, Source.AGENT, MAI);
        LabelMerging.Merged put = labels.merge(from, into, MAI, NOW);
        Value edit = new Value(1, Source.AGENT, 1, 99, 9, true);
        Put late = new Put(99, 1, false, 9);
        jdbi.useHandle(handle -> {
            handle.execute("delete from contacts.label_assignment where subject_id = ? and scope_key = '1'", into);
            handle.execute(
                    "delete from contacts.attribute_value where subject_id = ? and key = 'k1' and source = 'agent'"
                            + " and source_id = '1'",
                    into);
            keep(handle, into, edit, false);
            keep(handle, into, late);
        });

        values.unmerge(into, kept.before(), kept.after(), Source.AGENT, MAI);
        labels.unmerge(into, put.before(), put.after(), MAI, NOW);

        assertThat(texts(
                        "select cast(value as text) from contacts.attribute_value"
                                + " where subject_id = ? and key = 'k1' and source = 'agent' and source_id = '1'",
                        into))
                .containsExactly("99");
        assertThat(texts(
                        "select cast(label_id as text) from contacts.label_assignment"
                                + " where subject_id = ? and scope_key = '1'",
                        into))
                .containsExactly(new UUID(0, 99).toString());
        assertThat(shownTwice(into)).isZero();
    }

    private static UUID keep(Belongings belongings) {
        UUID contact = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            belongings.values().forEach(value -> keep(handle, contact, value, false));
            belongings.labels().forEach(put -> keep(handle, contact, put));
            belongings
                    .overrides()
                    .forEach(label -> handle.execute(
                            "insert into contacts.label_override (subject_id, label_id, set_at, actor_kind, actor_id, actor_name)"
                                    + " select ?, ?, now(), 'agent', 'mai', 'Mai' where not exists"
                                    + " (select 1 from contacts.label_assignment where subject_id = ? and label_id = ?)"
                                    + " on conflict do nothing",
                            contact,
                            new UUID(0, label),
                            contact,
                            new UUID(0, label)));
        });
        // Another contact's values crown these: a merge of nothing.
        values.merge(UUID.randomUUID(), contact, Source.AGENT, MAI);
        return contact;
    }

    private static void keep(Handle handle, UUID contact, Value value, boolean winner) {
        handle.execute(
                "insert into contacts.attribute_value (subject_id, key, source, source_id, value, actor_kind, actor_id,"
                        + " actor_name, set_at, pinned, estimated, unverified, unparsed, winner)"
                        + " values (?, ?, ?, ?, cast(? as jsonb), 'agent', 'mai', 'Mai', ?, ?, false, false, false, ?)"
                        + " on conflict do nothing",
                contact,
                "k" + value.key(),
                value.source().token(),
                Integer.toString(value.sourceId()),
                value.value() == 0 ? null : Integer.toString(value.value()),
                NOW.plusSeconds(value.setAt()).atOffset(ZoneOffset.UTC),
                value.pinned(),
                winner);
    }

    private static void keep(Handle handle, UUID contact, Put put) {
        handle.execute(
                "insert into contacts.label_assignment (subject_id, label_id, scope_key, set_at, actor_kind, actor_id,"
                        + " actor_name) values (?, ?, ?, ?, ?, 'somebody', 'Somebody') on conflict do nothing",
                contact,
                new UUID(0, put.label()),
                put.scope() == 0 ? null : Integer.toString(put.scope()),
                NOW.plusSeconds(put.setAt()).atOffset(ZoneOffset.UTC),
                put.byRule() ? "rule" : "agent");
    }

    private static long shownTwice(UUID contact) {
        return texts(
                        "select key from contacts.attribute_value where subject_id = ? group by key"
                                + " having count(*) filter (where winner) <> 1",
                        contact)
                .size();
    }

    private static String everything(UUID... contacts) {
        StringBuilder everything = new StringBuilder();
        for (UUID contact : contacts) {
            for (String table : List.of("attribute_value", "label_assignment", "label_override")) {
                everything
                        .append(texts(
                                "select cast(to_jsonb(t) as text) from contacts." + table
                                        + " t where subject_id = ? order by 1",
                                contact))
                        .append('\n');
            }
        }
        return everything.toString();
    }

    private static List<String> texts(String sql, UUID contact) {
        return jdbi.withHandle(
                handle -> handle.select(sql, contact).mapTo(String.class).list());
    }
}
