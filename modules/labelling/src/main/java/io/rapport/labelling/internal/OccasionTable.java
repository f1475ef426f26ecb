package io.rapport.labelling.internal;

import io.rapport.events.ContactId;
import io.rapport.events.ConversationId;
import io.rapport.events.MessageId;
import io.rapport.events.OccasionId;
import io.rapport.events.SessionId;
import io.rapport.events.SiteId;
import io.rapport.labels.LabelCatalogue;
import io.rapport.vocabulary.Use;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The recorded occasions. Every method works in the running transaction. */
@ApplicationScoped
class OccasionTable {

    /** How long rules wait for what a provider owes. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final String ADD = """
            insert into labelling.occasion (id, event, conversation_id, contact_id, site_id, session_id, message_id,
                message_sequence, at, revision, facts, pending, pending_until, outcome, evaluated_at)
            values (:id, :event, :conversation, :contact, :site, :session, :message, :sequence, :at, :revision,
                cast(:facts as jsonb), :pending, :until, cast(:outcome as jsonb), :evaluated)
            on conflict do nothing
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    LabelCatalogue labels;

    /**
     * Records new occasions in one round trip.
     *
     * @return those that were not recorded already, in their order
     */
    List<Evaluation> add(List<Evaluation> evaluations) {
        if (evaluations.isEmpty()) {
            return List.of();
        }
        int[] added = jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            evaluations.forEach(evaluation -> bind(batch, evaluation));
            return batch.execute();
        });
        return IntStream.range(0, added.length)
                .filter(i -> added[i] == 1)
                .mapToObj(evaluations::get)
                .toList();
    }

    private static void bind(PreparedBatch batch, Evaluation evaluation) {
        Occasion occasion = evaluation.occasion();
        Evaluated evaluated = evaluation.evaluated();
        ContactId contact = evaluation.contact();
        batch.bind("id", occasion.id().value())
                .bind("event", occasion.event().token())
                .bind("conversation", occasion.conversation().value())
                .bind("contact", contact == null ? null : contact.value())
                .bind("site", occasion.site().value())
                .bind(
                        "session",
                        occasion.session() == null ? null : occasion.session().value())
                .bind(
                        "message",
                        occasion.message() == null ? null : occasion.message().value())
                .bind("sequence", occasion.sequence())
                .bind("at", occasion.at().atOffset(ZoneOffset.UTC))
                .bind("revision", evaluated.revision())
                .bind("facts", FactJson.write(evaluated.facts().values()).toString())
                .bindArray("pending", String.class, evaluated.facts().pending())
                .bind("until", pendingUntil(evaluated))
                .bind("outcome", OutcomeJson.matched(evaluated.matched()).toString())
                .bind("evaluated", evaluated.at().atOffset(ZoneOffset.UTC))
                .add();
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

    /** The occasions of a session that wait, the oldest first. */
    List<OccasionId> waitingFor(SessionId session) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                select id from labelling.occasion
                where session_id = :session and pending_until is not null order by at, id limit 100
                """)
                .bind("session", session.value())
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

    private static OffsetDateTime pendingUntil(Evaluated evaluated) {
        return evaluated.facts().pending().isEmpty()
                ? null
                : evaluated.at().plus(PATIENCE).atOffset(ZoneOffset.UTC);
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
