package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.OccasionId;
import io.rapport.labels.AssignedLabel;
import io.rapport.labels.LabelChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables of assignments, overrides and history in an owner's schema. */
public final class AssignmentStore {

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z_]{0,62}");

    private final AssignmentStatements statements;
    private final String schema;

    /** For the tables of that schema; throws IllegalArgumentException for what is no plain name. */
    public AssignmentStore(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("No name of a schema: " + schema);
        }
        this.schema = schema;
        this.statements = new AssignmentStatements(schema);
    }

    /** A scalar sub-select of the assignments of the subject that the expression names, oldest first. */
    public String column(String idExpression) {
        return statements.column(idExpression);
    }

    /** The assignments of a subject, oldest first. */
    public List<AssignedLabel> of(Handle handle, UUID subject) {
        String column = handle.createQuery("select cast(" + column(":subject") + " as text)")
                .bind("subject", subject)
                .mapTo(String.class)
                .one();
        return AssignmentJson.read(column);
    }

    /** Changes of a subject's labels: the latest, or those before one of them; the latest first. */
    public List<LabelChange> changes(Handle handle, UUID subject, UUID before, int limit) {
        Query query = handle.createQuery(statements.changes(before != null))
                .bind("subject", subject)
                .bind("limit", limit);
        if (before != null) {
            query.bind("before", before);
        }
        return query.map((row, context) -> change(row)).list();
    }

    private static LabelChange change(ResultSet row) throws SQLException {
        return new LabelChange(
                row.getObject("id", UUID.class),
                new LabelId(row.getObject("label_id", UUID.class)),
                row.getString("action"),
                row.getString("reason"),
                row.getString("by_id"),
                new Actor(
                        Actor.Kind.of(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        row.getString("actor_version")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                AssignmentJson.readWhy(row.getString("why")));
    }

    /**
     * Lets one transaction at a time change a subject's labels, until it ends. Rows cannot serve as the lock: a subject
     * without labels has none. An advisory lock needs nothing of the owner's tables; two subjects whose hashes meet only
     * wait for one another. It is a statement of its own, since the next one must see what the winner committed.
     */
    public void lock(Handle handle, UUID subject) {
        handle.createQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .bind("key", schema + ".label_assignment " + subject)
                .mapTo(String.class)
                .one();
    }

    /** How a subject stands; {@code occasion} is the one being evaluated, null for a person's change. */
    public Situation situation(Handle handle, UUID subject, OccasionId occasion) {
        return handle.createQuery(statements.situation())
                .bind("subject", subject)
                .bind("occasion", occasion == null ? null : occasion.value())
                .reduceResultSet(new SituationRows(), SituationRows::read)
                .situation();
    }

    /** Writes what was gathered; labels that go leave first, so that their scope is free. */
    public void write(Handle handle, UUID subject, Changes changes) {
        if (!changes.gone().isEmpty()) {
            handle.createUpdate(statements.remove())
                    .bind("subject", subject)
                    .bindArray("labels", UUID.class, changes.gone())
                    .execute();
        }
        handle.createUpdate(statements.write())
                .bind("subject", subject)
                .bind("assignments", changes.assignments())
                .bind("history", changes.history())
                .execute();
    }

    /** No rule puts these labels on from now on. */
    public void override(Handle handle, UUID subject, Collection<LabelId> labels, Actor actor, Instant at) {
        handle.createUpdate(statements.override())
                .bind("subject", subject)
                .bindArray(
                        "labels",
                        UUID.class,
                        labels.stream().map(LabelId::value).toList())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("kind", actor.kind().token())
                .bind("actor", actor.id())
                .bind("name", actor.name())
                .bind("version", actor.version())
                .execute();
    }

    /** Rules may put the label on again. */
    public void endOverride(Handle handle, UUID subject, LabelId label) {
        handle.createUpdate(statements.endOverride())
                .bind("subject", subject)
                .bind("label", label.value())
                .execute();
    }
}
