package io.rapport.contacts.internal;

import io.rapport.events.Actor;
import io.rapport.events.TimeOrderedId;
import io.rapport.events.VisitorId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The journal of merges, and who goes with whom: visitors and external ids. */
@ApplicationScoped
class MergeTable {

    /** What is needed to undo a merge. */
    record Entry(
            UUID id,
            UUID from,
            UUID into,
            Instant at,
            String valuesBefore,
            String valuesAfter,
            String labelsBefore,
            String labelsAfter) {}

    private static final String NOTE = """
            insert into contacts.merge (id, from_id, into_id, at, actor_kind, actor_id, actor_name,
                                        values_before, values_after, labels_before, labels_after)
            values (:id, :from, :into, :at, :kind, :actor, :name, cast(:valuesBefore as jsonb),
                    cast(:valuesAfter as jsonb), cast(:labelsBefore as jsonb), cast(:labelsAfter as jsonb))""";

    private static final String MOVE = """
            with moved as (
              update contacts.visitor_contact set contact_id = :into where contact_id = :from)
            update contacts.external_identity set contact_id = :into where contact_id = :from""";

    /** What came in with a contact came in with it or with one that had become part of it before. */
    private static final String MOVE_BACK = """
            with recursive part as (
              select cast(:from as uuid) as id
              union all
              select c.id from contacts.contact c join part on c.merged_into = part.id),
            identities as (
              update contacts.external_identity set contact_id = :from
               where contact_id = :into and origin_id in (select id from part))
            update contacts.visitor_contact set contact_id = :from
             where contact_id = :into and origin_id in (select id from part)
            returning visitor_id""";

    private static final String LATEST = """
            select m.* from contacts.merge m
             where m.undone_at is null and (m.from_id = :id or m.into_id = :id)
             order by m.from_id = :id desc, m.id desc limit 1""";

    @Inject
    Jdbi jdbi;

    void note(Entry entry, Actor actor) {
        jdbi.useHandle(handle -> handle.createUpdate(NOTE)
                .bind("id", entry.id())
                .bind("from", entry.from())
                .bind("into", entry.into())
                .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                .bind("kind", actor.kind().token())
                .bind("actor", actor.id())
                .bind("name", actor.name())
                .bind("valuesBefore", entry.valuesBefore())
                .bind("valuesAfter", entry.valuesAfter())
                .bind("labelsBefore", entry.labelsBefore())
                .bind("labelsAfter", entry.labelsAfter())
                .execute());
    }

    static UUID nextId() {
        return TimeOrderedId.next();
    }

    /** The merge by which the contact became part of another, else the latest by which another became part of it. */
    Optional<Entry> latest(UUID contact) {
        return jdbi.withHandle(handle -> handle.createQuery(LATEST)
                .bind("id", contact)
                .map((row, context) -> entry(row))
                .findOne());
    }

    /** Whether nothing became part of the contact after that merge; a contact that is itself part of another aside. */
    boolean isLatest(Entry entry) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select not exists (select 1 from contacts.merge
                                            where into_id = :into and id > :id and undone_at is null)""")
                .bind("into", entry.into())
                .bind("id", entry.id())
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether this transaction is the one that undoes it. */
    boolean undo(Entry entry, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update contacts.merge set undone_at = :at where id = :id and undone_at is null")
                        .bind("id", entry.id())
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .execute())
                > 0;
    }

    void move(UUID from, UUID into) {
        jdbi.useHandle(handle ->
                handle.createUpdate(MOVE).bind("from", from).bind("into", into).execute());
    }

    /** Before {@code from} stands by itself again; answers the visitors that go back to it. */
    List<VisitorId> moveBack(UUID from, UUID into) {
        return jdbi.withHandle(handle -> handle.createQuery(MOVE_BACK)
                .bind("from", from)
                .bind("into", into)
                .map((row, context) -> new VisitorId(row.getObject(1, UUID.class)))
                .list());
    }

    boolean isNamedByToken(UUID contact) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from contacts.external_identity where contact_id = :id)")
                .bind("id", contact)
                .mapTo(Boolean.class)
                .one());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("from_id", UUID.class),
                row.getObject("into_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("values_before"),
                row.getString("values_after"),
                row.getString("labels_before"),
                row.getString("labels_after"));
    }
}
