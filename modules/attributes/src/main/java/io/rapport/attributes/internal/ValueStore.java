package io.rapport.attributes.internal;

import io.rapport.attributes.ValueChange;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of values and their history in an owner's schema. */
final class ValueStore {

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z_]{0,62}");

    private final ValueStatements statements;
    private final String schema;

    ValueStore(String schema) {
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("No name of a schema: " + schema);
        }
        this.schema = schema;
        this.statements = new ValueStatements(schema);
    }

    String column(String idExpression) {
        return statements.column(idExpression);
    }

    String shown(Handle handle, UUID subject) {
        return handle.createQuery("select cast(" + column(":subject") + " as text)")
                .bind("subject", subject)
                .mapTo(String.class)
                .one();
    }

    /**
     * Lets one transaction at a time change a subject's values, until it ends. Rows cannot serve as the lock: a subject
     * without values has none. An advisory lock needs nothing of the owner's tables; two subjects whose hashes meet only
     * wait for one another. It is a statement of its own, since the next one must see what the winner committed.
     */
    void lock(Handle handle, UUID subject) {
        handle.createQuery("select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)")
                .bind("key", schema + ".attribute_value " + subject)
                .mapTo(String.class)
                .one();
    }

    List<SourceValue> current(Handle handle, UUID subject) {
        return handle.createQuery(statements.current())
                .bind("subject", subject)
                .map(ValueStore::value)
                .list();
    }

    List<SourceValue> currentOfKey(Handle handle, UUID subject, String key) {
        return handle.createQuery(statements.currentOfKey())
                .bind("subject", subject)
                .bind("key", key)
                .map(ValueStore::value)
                .list();
    }

    /** Changes of one key, or of all for null: the latest, or those before one of them; the latest first. */
    List<ValueChange> changes(Handle handle, UUID subject, String key, UUID before, int limit) {
        Query query = handle.createQuery(statements.changes(key != null, before != null))
                .bind("subject", subject)
                .bind("limit", limit);
        if (key != null) {
            query.bind("key", key);
        }
        if (before != null) {
            query.bind("before", before);
        }
        return query.map(ValueStore::change).list();
    }

    void write(Handle handle, UUID subject, Difference difference, Noted noted) {
        if (!difference.gone().isEmpty()) {
            handle.createUpdate(statements.remove())
                    .bind("subject", subject)
                    .bind("values", ValueJson.rows(difference.gone()))
                    .execute();
        }
        handle.createUpdate(statements.write())
                .bind("subject", subject)
                .bind("values", ValueJson.rows(difference.written()))
                .bind("history", ValueJson.history(difference.shown(), noted))
                .execute();
    }

    private static SourceValue value(ResultSet row, StatementContext context) throws SQLException {
        return new SourceValue(
                row.getString("key"),
                Source.of(row.getString("source")),
                row.getString("source_id"),
                ValueJson.value(row.getString("value")),
                actor(row),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("pinned"),
                row.getBoolean("estimated"),
                row.getBoolean("unverified"),
                row.getBoolean("unparsed"),
                row.getBoolean("winner"));
    }

    private static ValueChange change(ResultSet row, StatementContext context) throws SQLException {
        return new ValueChange(
                row.getObject("id", UUID.class),
                row.getString("key"),
                ValueChange.Action.of(row.getString("action")),
                ValueJson.value(row.getString("old_value")),
                ValueJson.value(row.getString("new_value")),
                Source.of(row.getString("source")),
                actor(row),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.of(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_name"),
                row.getString("actor_version"));
    }
}
