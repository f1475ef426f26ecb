package io.rapport.attributes.internal;

/** The SQL of one owner's tables; the schema is the only thing put into it, and it is a checked name. */
final class ValueStatements {

    private static final String COLUMN = """
            (select coalesce(json_agg(json_build_object('key', v.key, 'value', v.value, 'source', v.source,
                    'source_id', v.source_id,
                    'kind', v.actor_kind, 'actor', v.actor_id, 'name', v.actor_name, 'version', v.actor_version,
                    'at', v.set_at, 'pinned', v.pinned, 'estimated', v.estimated, 'unverified', v.unverified,
                    'unparsed', v.unparsed, 'others', v.others) order by v.key), cast('[]' as json))
               from (select w.*, count(w.value) over (partition by w.key)
                                 - cast(w.value is not null as integer) as others
                       from SCHEMA.attribute_value w where w.subject_id = SUBJECT) v
              where v.winner)""";

    private static final String CURRENT = """
            select key, source, source_id, cast(value as text) as value, actor_kind, actor_id, actor_name,
                   actor_version, set_at, pinned, estimated, unverified, unparsed, winner
              from SCHEMA.attribute_value where subject_id = :subject
            """;

    private static final String ORDER = " order by key, source, source_id";

    private static final String OF_KEY = " and key = :key";

    private static final String CHANGES = """
            select id, key, action, cast(old_value as text) as old_value, cast(new_value as text) as new_value, source,
                   at, actor_kind, actor_id, actor_name, actor_version
              from SCHEMA.attribute_history where subject_id = :subject
            """;

    private static final String BEFORE = " and id < :before";

    private static final String LATEST = " order by id desc limit :limit";

    private static final String REMOVE = """
            delete from SCHEMA.attribute_value
             where subject_id = :subject
               and (key, source, source_id) in (
                   select key, source, source_id
                     from jsonb_to_recordset(cast(:values as jsonb)) as r(key text, source text, source_id text))
            """;

    /** Losers are written before winners, since a key has one winner at any moment. */
    private static final String WRITE = """
            with noted as (
                insert into SCHEMA.attribute_history (subject_id, id, key, old_value, new_value, source, at, actor_kind,
                                                      actor_id, actor_name, actor_version, action)
                select cast(:subject as uuid), id, key, old_value, new_value, source, at, actor_kind, actor_id,
                       actor_name, actor_version, action
                  from jsonb_to_recordset(cast(:history as jsonb)) as r(
                       id uuid, key text, old_value jsonb, new_value jsonb, source text, at timestamptz,
                       actor_kind text, actor_id text, actor_name text, actor_version text, action text))
            insert into SCHEMA.attribute_value (subject_id, key, source, source_id, value, actor_kind, actor_id,
                                                actor_name, actor_version, set_at, pinned, estimated, unverified,
                                                unparsed, winner)
            select cast(:subject as uuid), key, source, source_id, value, actor_kind, actor_id, actor_name,
                   actor_version, set_at, pinned, estimated, unverified, unparsed, winner
              from jsonb_to_recordset(cast(:values as jsonb)) as r(
                   key text, source text, source_id text, value jsonb, actor_kind text, actor_id text, actor_name text,
                   actor_version text, set_at timestamptz, pinned boolean, estimated boolean, unverified boolean,
                   unparsed boolean, winner boolean)
             order by winner
            on conflict (subject_id, key, source, source_id) do update
            set value = excluded.value, actor_kind = excluded.actor_kind, actor_id = excluded.actor_id,
                actor_name = excluded.actor_name, actor_version = excluded.actor_version, set_at = excluded.set_at,
                pinned = excluded.pinned, estimated = excluded.estimated, unverified = excluded.unverified,
                unparsed = excluded.unparsed, winner = excluded.winner
            """;

    private final String column;
    private final String current;
    private final String changes;
    private final String remove;
    private final String write;

    ValueStatements(String schema) {
        column = COLUMN.replace("SCHEMA", schema);
        current = CURRENT.replace("SCHEMA", schema);
        changes = CHANGES.replace("SCHEMA", schema);
        remove = REMOVE.replace("SCHEMA", schema);
        write = WRITE.replace("SCHEMA", schema);
    }

    String column(String idExpression) {
        return column.replace("SUBJECT", idExpression);
    }

    String current() {
        return current + ORDER;
    }

    String currentOfKey() {
        return current + OF_KEY;
    }

    /** Changes of one key or of all, the latest, or those before one of them. */
    String changes(boolean ofKey, boolean before) {
        return changes + (ofKey ? OF_KEY : "") + (before ? BEFORE : "") + LATEST;
    }

    String remove() {
        return remove;
    }

    String write() {
        return write;
    }
}
