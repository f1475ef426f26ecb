package io.rapport.attributes.internal;

import io.rapport.attributes.ValueChange.Action;
import io.rapport.events.Actor;
import io.rapport.events.AttributeChange;
import io.rapport.events.Source;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Copies one subject's values to another's, and takes that back. Rows are moved as they are, whatever columns they have;
 * only who is shown is decided anew.
 */
public final class ValueMoves {

    private static final String SNAPSHOT = """
            select cast(coalesce(jsonb_agg(to_jsonb(v)), cast('[]' as jsonb)) as text)
              from SCHEMA.attribute_value v where v.subject_id = :subject""";

    /** Of one source's two values the later stands, by the source's own time; a pinned one before any other. */
    private static final String DISPLACE = """
            delete from SCHEMA.attribute_value k using SCHEMA.attribute_value a
             where k.subject_id = :into and a.subject_id = :from
               and (a.key, a.source, a.source_id) = (k.key, k.source, k.source_id)
               and (a.pinned, a.set_at) > (k.pinned, k.set_at)""";

    /** What would be too many attributes is not copied; it comes back with the subject it belongs to. */
    private static final String COPY = """
            with known as materialized (
              select distinct key from SCHEMA.attribute_value where subject_id = :into),
            room as materialized (
              select key from (select distinct key from SCHEMA.attribute_value where subject_id = :from
                               except select key from known) fresh
               order by key limit greatest(0, MOST - (select count(*) from known)))
            insert into SCHEMA.attribute_value
            select r.* from SCHEMA.attribute_value v
              cross join lateral jsonb_populate_record(v, jsonb_build_object('subject_id', cast(:into as uuid),
                'origin', coalesce(v.origin, v.subject_id), 'winner', false)) r
             where v.subject_id = :from and v.key in (select key from known union all select key from room)
            on conflict (subject_id, key, source, source_id) do nothing""";

    /** What is still as the merge left it. */
    private static final String WITHDRAW = """
            with gone as (
              delete from SCHEMA.attribute_value v
               using jsonb_populate_recordset(cast(null as SCHEMA.attribute_value), cast(:after as jsonb)) a
               where v.subject_id = :into and (v.key, v.source, v.source_id) = (a.key, a.source, a.source_id)
                 and to_jsonb(v) - 'winner' = to_jsonb(a) - 'winner'
              returning v.key, v.source, v.source_id)
            select cast(coalesce(jsonb_agg(to_jsonb(gone)), cast('[]' as jsonb)) as text) from gone""";

    private static final String RESTORE = """
            insert into SCHEMA.attribute_value
            select r.* from jsonb_populate_recordset(cast(null as SCHEMA.attribute_value), cast(:before as jsonb)) b
              cross join lateral jsonb_populate_record(b, jsonb_build_object('winner', false)) r
             where (b.key, b.source, b.source_id) in (
                   select key, source, source_id
                     from jsonb_to_recordset(cast(:gone as jsonb)) as g(key text, source text, source_id text))""";

    private final String schema;
    private final ValueStore store;
    private final Ladder ladder = new Ladder(List.of());

    /** For one owner's tables; throws IllegalArgumentException for a schema that is no plain name. */
    public ValueMoves(String schema) {
        this.store = new ValueStore(schema);
        this.schema = schema;
    }

    /** All values of a subject as JSON. */
    public String snapshot(Handle handle, UUID subject) {
        return handle.createQuery(in(SNAPSHOT))
                .bind("subject", subject)
                .mapTo(String.class)
                .one();
    }

    /** Lets one transaction at a time change the subject's values. */
    public void lock(Handle handle, UUID subject) {
        store.lock(handle, subject);
    }

    /** Copies what competes by the ladder; answers what another value is shown of. */
    public List<AttributeChange> copy(Handle handle, UUID from, UUID into, Source as, Actor actor, Instant now) {
        List<SourceValue> before = store.current(handle, into);
        handle.createUpdate(in(DISPLACE)).bind("from", from).bind("into", into).execute();
        handle.createUpdate(in(COPY).replace("MOST", Integer.toString(Offer.MOST_KEYS)))
                .bind("from", from)
                .bind("into", into)
                .execute();
        return crown(handle, into, before, as, actor, now);
    }

    /** Takes a copy back: each value that is as the merge left it is as before the merge again, the others stay. */
    public List<AttributeChange> takeBack(
            Handle handle, UUID into, String beforeMerge, String afterMerge, Source as, Actor actor, Instant now) {
        List<SourceValue> before = store.current(handle, into);
        String gone = handle.createQuery(in(WITHDRAW))
                .bind("into", into)
                .bind("after", afterMerge)
                .mapTo(String.class)
                .one();
        handle.createUpdate(in(RESTORE))
                .bind("before", beforeMerge)
                .bind("gone", gone)
                .execute();
        return crown(handle, into, before, as, actor, now);
    }

    /** Rows that came have won nothing yet. */
    private List<AttributeChange> crown(
            Handle handle, UUID subject, List<SourceValue> before, Source as, Actor actor, Instant now) {
        List<SourceValue> rows = store.current(handle, subject);
        Difference shown = Difference.between(before, rows, ladder);
        Difference crowned = Difference.between(rows, rows, ladder);
        store.write(
                handle,
                subject,
                new Difference(crowned.written(), List.of(), shown.shown()),
                new Noted(Action.SET, as, actor, now));
        return shown.changes();
    }

    private String in(String sql) {
        return sql.replace("SCHEMA", schema);
    }
}
