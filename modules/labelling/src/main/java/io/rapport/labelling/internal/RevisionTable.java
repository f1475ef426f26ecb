package io.rapport.labelling.internal;

import io.rapport.events.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The published revisions. Rows are added and never changed, so they need no entity. */
@ApplicationScoped
class RevisionTable {

    private static final String COLUMNS =
            "number, rules, note, based_on, author_kind, author_id, author_name, published_at";

    @Inject
    Jdbi jdbi;

    /** The revision in force; empty before anything was published. */
    Optional<Revision> latest() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from labelling.revision order by number desc limit 1")
                .map(RevisionTable::revision)
                .findOne());
    }

    /** The number of the revision in force; 0 before anything was published. */
    long latestNumber() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(number), 0) from labelling.revision")
                .mapTo(Long.class)
                .one());
    }

    /** Revisions before that number, the latest first. */
    List<Summary> before(long number, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number, jsonb_array_length(rules) as rule_count, note, based_on, author_kind, author_id,"
                                + " author_name, published_at from labelling.revision where number < :number"
                                + " order by number desc limit :limit")
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> new Summary(
                        row.getLong("number"),
                        row.getInt("rule_count"),
                        row.getString("note"),
                        row.getLong("based_on"),
                        author(row),
                        row.getObject("published_at", OffsetDateTime.class)))
                .list());
    }

    /** Adds a revision in the running transaction; false when there is one of that number. */
    boolean add(Revision revision) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into labelling.revision (" + COLUMNS
                                + ") values (:number, cast(:rules as jsonb), :note, :basedOn, :kind, :id, :name, :at)"
                                + " on conflict (number) do nothing")
                        .bind("number", revision.number())
                        .bind("rules", revision.rules().toString())
                        .bind("note", revision.note())
                        .bind("basedOn", revision.basedOn())
                        .bind("kind", revision.author().kind().token())
                        .bind("id", revision.author().id())
                        .bind("name", revision.author().name())
                        .bind("at", revision.publishedAt().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1);
    }

    private static Revision revision(ResultSet row, StatementContext context) throws SQLException {
        return new Revision(
                row.getLong("number"),
                JsonText.array(row.getString("rules")),
                row.getString("note"),
                row.getLong("based_on"),
                author(row),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    private static Actor author(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.of(row.getString("author_kind")),
                row.getString("author_id"),
                row.getString("author_name"),
                null);
    }

    /** A revision without its rules. */
    record Summary(long number, int rules, String note, long basedOn, Actor author, OffsetDateTime publishedAt) {}
}
