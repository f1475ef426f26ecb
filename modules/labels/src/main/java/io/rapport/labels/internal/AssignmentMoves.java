package io.rapport.labels.internal;

import io.rapport.events.Actor;
import io.rapport.events.LabelId;
import io.rapport.events.TimeOrderedId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Copies one subject's labels and overrides to another's, and takes that back; rows move as they are. */
public final class AssignmentMoves {

    private static final String SNAPSHOT = """
            select cast(jsonb_build_object(
                     'assignments', (select coalesce(jsonb_agg(to_jsonb(a)), cast('[]' as jsonb))
                                       from SCHEMA.label_assignment a where a.subject_id = :subject),
                     'overrides', (select coalesce(jsonb_agg(to_jsonb(o)), cast('[]' as jsonb))
                                     from SCHEMA.label_override o where o.subject_id = :subject)) as text)""";

    /** People outrank rules; among equals the later wins an exclusive scope, and a label that both have stays as it is. */
    private static final String DISPLACE = """
            delete from SCHEMA.label_assignment k using SCHEMA.label_assignment a
             where k.subject_id = :into and a.subject_id = :from
               and (a.label_id = k.label_id and a.actor_kind <> 'rule' and k.actor_kind = 'rule'
                    or a.label_id <> k.label_id and a.scope_key = k.scope_key
                       and (a.actor_kind <> 'rule', a.set_at) > (k.actor_kind <> 'rule', k.set_at))""";

    private static final String COPY = """
            insert into SCHEMA.TABLE
            select r.* from SCHEMA.TABLE l
              cross join lateral jsonb_populate_record(l, jsonb_build_object('subject_id', cast(:into as uuid),
                'origin', coalesce(l.origin, l.subject_id))) r
             where l.subject_id = :from
            on conflict do nothing""";

    /** A person's word about a label, on either side, stands against a rule's and falls before a person's. */
    private static final String END_OVERRIDES = """
            delete from SCHEMA.label_override o using SCHEMA.label_assignment a
             where o.subject_id = :into and a.subject_id = o.subject_id and a.label_id = o.label_id
               and a.actor_kind <> 'rule'""";

    private static final String OBEY_OVERRIDES = """
            delete from SCHEMA.label_assignment a using SCHEMA.label_override o
             where a.subject_id = :into and o.subject_id = a.subject_id and o.label_id = a.label_id
               and a.actor_kind = 'rule'""";

    /** What is still as the merge left it: there and the same, or not there as then. */
    private static final String WITHDRAW = """
            with after as materialized (
              select * from jsonb_populate_recordset(cast(null as SCHEMA.TABLE), cast(:after as jsonb) -> :part)),
            gone as (
              delete from SCHEMA.TABLE l using after a
               where l.subject_id = :into and l.label_id = a.label_id and to_jsonb(l) = to_jsonb(a)
              returning l.label_id),
            absent as (
              select b.label_id
                from jsonb_populate_recordset(cast(null as SCHEMA.TABLE), cast(:before as jsonb) -> :part) b
               where not exists (select 1 from after a where a.label_id = b.label_id)
                 and not exists (select 1 from SCHEMA.TABLE l where l.subject_id = :into and l.label_id = b.label_id))
            select label_id from gone union select label_id from absent""";

    /** What would break a scope that somebody filled since stays away. */
    private static final String RESTORE = """
            insert into SCHEMA.TABLE
            select b.* from jsonb_populate_recordset(cast(null as SCHEMA.TABLE), cast(:before as jsonb) -> :part) b
             where b.label_id = any(:labels)
            on conflict do nothing""";

    private static final String NOTE = """
            insert into SCHEMA.label_history
              (subject_id, id, label_id, action, reason, at, actor_kind, actor_id, actor_name, actor_version)
            select cast(:subject as uuid), n.id, n.label, :action, :reason, cast(:at as timestamptz), :kind, :actor, :name,
                   cast(:version as text)
              from unnest(:ids, :labels) as n(id, label)""";

    private static final String ASSIGNMENTS = "label_assignment";
    private static final String OVERRIDES = "label_override";

    private final String schema;
    private final AssignmentStore store;

    /** For the tables of that schema; throws IllegalArgumentException for what is no plain name. */
    public AssignmentMoves(String schema) {
        this.store = new AssignmentStore(schema);
        this.schema = schema;
    }

    /** Lets one transaction at a time change the subject's labels. */
    public void lock(Handle handle, UUID subject) {
        store.lock(handle, subject);
    }

    /** All labels and overrides of a subject as JSON. */
    public String snapshot(Handle handle, UUID subject) {
        return handle.createQuery(in(SNAPSHOT, ASSIGNMENTS))
                .bind("subject", subject)
                .mapTo(String.class)
                .one();
    }

    /** The labels that a subject carries. */
    public Set<LabelId> carried(Handle handle, UUID subject) {
        return handle.createQuery(in("select label_id from SCHEMA.TABLE where subject_id = :subject", ASSIGNMENTS))
                .bind("subject", subject)
                .map((row, context) -> new LabelId(row.getObject(1, UUID.class)))
                .set();
    }

    /** Copies labels and overrides; they compete by the rules of scopes. */
    public void copy(Handle handle, UUID from, UUID into) {
        for (String sql : new String[] {
            in(DISPLACE, ASSIGNMENTS), in(COPY, ASSIGNMENTS), in(COPY, OVERRIDES),
        }) {
            handle.createUpdate(sql).bind("from", from).bind("into", into).execute();
        }
        handle.createUpdate(in(END_OVERRIDES, OVERRIDES)).bind("into", into).execute();
        handle.createUpdate(in(OBEY_OVERRIDES, OVERRIDES)).bind("into", into).execute();
    }

    /** Takes a copy back: what is as the merge left it is as before the merge again, the rest stays. */
    public void takeBack(Handle handle, UUID into, String before, String after) {
        restore(handle, into, before, after, ASSIGNMENTS, "assignments");
        restore(handle, into, before, after, OVERRIDES, "overrides");
    }

    private void restore(Handle handle, UUID into, String before, String after, String table, String part) {
        UUID[] labels = handle.createQuery(in(WITHDRAW, table))
                .bind("into", into)
                .bind("before", before)
                .bind("after", after)
                .bind("part", part)
                .mapTo(UUID.class)
                .list()
                .toArray(UUID[]::new);
        handle.createUpdate(in(RESTORE, table))
                .bind("before", before)
                .bind("part", part)
                .bindArray("labels", UUID.class, (Object[]) labels)
                .execute();
    }

    /** Keeps in the history that labels came or went. */
    public void note(
            Handle handle,
            UUID subject,
            Collection<LabelId> labels,
            String action,
            String reason,
            Actor actor,
            Instant at) {
        if (labels.isEmpty()) {
            return;
        }
        handle.createUpdate(in(NOTE, ASSIGNMENTS))
                .bind("subject", subject)
                .bind("action", action)
                .bind("reason", reason)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("kind", actor.kind().token())
                .bind("actor", actor.id())
                .bind("name", actor.name())
                .bind("version", actor.version())
                .bindArray(
                        "ids",
                        UUID.class,
                        labels.stream().map(label -> TimeOrderedId.next()).toArray())
                .bindArray(
                        "labels",
                        UUID.class,
                        labels.stream().map(LabelId::value).toArray())
                .execute();
    }

    private String in(String sql, String table) {
        return sql.replace("SCHEMA", schema).replace("TABLE", table);
    }
}
