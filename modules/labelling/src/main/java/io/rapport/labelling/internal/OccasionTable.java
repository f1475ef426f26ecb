package io.rapport.labelling.internal;

import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.OccasionId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.events.Subject;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The recorded occasions. Every method works in the running transaction. */
@ApplicationScoped
class OccasionTable {

    /** How long rules wait for what a provider owes. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String ADD = """
            insert into labelling.occasion (id, event, conversation_id, contact_id, site_id, session_id, message_id,
                message_sequence, at, revision, facts, pending, pending_until, outcome, evaluated_at)
            select id, event, conversation_id, contact_id, site_id, session_id, message_id, message_sequence, at,
                revision, facts, pending, pending_until, outcome, evaluated_at
            from json_populate_recordset(cast(null as labelling.occasion), cast(:rows as json))
            on conflict do nothing
            returning id
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    LabelCatalogue labels;

    /**
     * Records new occasions in one statement.
     *
     * @return those that were not recorded already, in their order
     */
    List<Evaluation> add(List<Evaluation> evaluations) {
        if (evaluations.isEmpty()) {
            return List.of();
        }
        JsonArrayBuilder rows = JSON.createArrayBuilder();
        evaluations.forEach(evaluation -> rows.add(row(evaluation)));
        Set<UUID> added = jdbi.withHandle(handle -> handle.createQuery(ADD)
                .bind("rows", rows.build().toString())
                .mapTo(UUID.class)
                .set());
        return evaluations.stream()
                .filter(evaluation -> added.contains(evaluation.occasion().id().value()))
                .toList();
    }

    /** As {@link #ADD} reads it; what is absent is null. */
    private static JsonObjectBuilder row(Evaluation evaluation) {
        Occasion occasion = evaluation.occasion();
        Evaluated evaluated = evaluation.evaluated();
        JsonObjectBuilder row = JSON.createObjectBuilder()
                .add("id", occasion.id().value().toString())
                .add("event", occasion.event().token())
                .add("conversation_id", occasion.conversation().value().toString())
                .add("site_id", occasion.site().value().toString())
                .add("at", occasion.at().toString())
                .add("revision", evaluated.revision())
                .add("facts", FactJson.write(evaluated.facts().values()))
                .add("pending", JSON.createArrayBuilder(evaluated.facts().pending()))
                .add("outcome", OutcomeJson.matched(evaluated.matched()))
                .add("evaluated_at", evaluated.at().toString());
        if (evaluation.contact() != null) {
            row.add("contact_id", evaluation.contact().value().toString());
        }
        if (occasion.session() != null) {
            row.add("session_id", occasion.session().value().toString());
        }
        if (occasion.message() != null) {
            row.add("message_id", occasion.message().value().toString()).add("message_sequence", occasion.sequence());
        }
        if (!evaluated.facts().pending().isEmpty()) {
            row.add("pending_until", evaluated.at().plus(PATIENCE).toString());
        }
        return row;
    }

    /**
     * Keeps apart who evaluates occasions of sessions and conversations and who brings what those waited for, until the
     * transaction ends: otherwise neither may see the other, and an occasion would wait for what is there. All in one
     * statement and order, so that nobody waits in a circle.
     */
    void lock(Collection<Subject> subjects) {
        if (!subjects.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("""
                            select count(pg_advisory_xact_lock(hashtextextended('labelling ' || id, 0)))
                              from (select unnest(:subjects) as id order by id) ordered
                            """)
                    .bindArray(
                            "subjects",
                            String.class,
                            ids(subjects).map(UUID::toString).sorted().toArray())
                    .mapTo(Long.class)
                    .one());
        }
    }

    private static Stream<UUID> ids(Collection<Subject> subjects) {
        return subjects.stream().map(Subject::id).distinct();
    }

    /** Records what a second evaluation saw and decided; the limit for waiting stays that of the first. */
    void update(OccasionId id, ContactId contact, Evaluated evaluated) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update labelling.occasion
                set contact_id = :contact, revision = :revision, facts = cast(:facts as jsonb), pending = :pending,
                    pending_until = case when cardinality(cast(:pending as text[])) > 0 then pending_until end,
                    outcome = outcome || cast(:outcome as jsonb), evaluated_at = :evaluated
                where id = :id
                """)
                .bind("contact", contact == null ? null : contact.value())
                .bind("revision", evaluated.revision())
                .bind("facts", FactJson.write(evaluated.facts().values()).toString())
                .bindArray("pending", String.class, evaluated.facts().pending())
                .bind("outcome", OutcomeJson.rematched(evaluated.matched()).toString())
                .bind("evaluated", evaluated.at().atOffset(ZoneOffset.UTC))
                .bind("id", id.value())
                .execute());
    }

    /** Ends the waiting of an occasion that no longer matters. */
    void close(OccasionId id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update labelling.occasion set pending = '{}', pending_until = null where id = :id")
                .bind("id", id.value())
                .execute());
    }

    /** Leaves an occasion alone for a time, so that one that fails does not hold up others. */
    void postpone(OccasionId id, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update labelling.occasion set pending_until = :until where id = :id and pending_until is not null")
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .bind("id", id.value())
                .execute());
    }

    /** An occasion that still waits, locked until the transaction ends; empty when it waits no more. */
    Optional<RecordedOccasion> waiting(OccasionId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select *, jsonb_array_length(outcome -> 'matched') > 0 as has_decided from labelling.occasion
                where id = :id and pending_until is not null for update
                """)
                .bind("id", id.value())
                .map((row, context) -> recorded(row))
                .findOne());
    }

    /** The occasions of sessions and conversations that wait; of one conversation, the oldest first. */
    List<OccasionId> waitingFor(Collection<Subject> subjects) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id from labelling.occasion
                where (session_id = any(:subjects) or conversation_id = any(:subjects)) and pending_until is not null
                order by conversation_id, at, id limit 1000
                """)
                .bindArray("subjects", UUID.class, ids(subjects).toArray())
                .map((row, context) -> new OccasionId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Some of the occasions that have waited long enough, the longest first. */
    List<OccasionId> overdue(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id from labelling.occasion
                where pending_until <= :now order by pending_until, id limit :limit
                """)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map((row, context) -> new OccasionId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Adds what an owner made of it; does nothing for an unknown occasion. */
    void note(OccasionId id, JsonObject applied) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                update labelling.occasion
                set outcome = jsonb_set(outcome, '{applied}', (outcome -> 'applied') || cast(:applied as jsonb))
                where id = :id
                """)
                .bind("applied", applied.toString())
                .bind("id", id.value())
                .execute());
    }

    private RecordedOccasion recorded(ResultSet row) throws SQLException {
        UUID session = row.getObject("session_id", UUID.class);
        UUID message = row.getObject("message_id", UUID.class);
        Occasion occasion = new Occasion(
                new OccasionId(row.getObject("id", UUID.class)),
                Use.of(row.getString("event")).orElseThrow(),
                new ConversationId(row.getObject("conversation_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                session == null ? null : new SessionId(session),
                message == null ? null : new MessageId(message),
                row.getObject("message_sequence", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
        Set<String> pending =
                new LinkedHashSet<>(List.of((String[]) row.getArray("pending").getArray()));
        Facts facts = new Facts(FactJson.read(JsonText.object(row.getString("facts")), labels), pending);
        return new RecordedOccasion(occasion, facts, row.getBoolean("has_decided"));
    }
}
