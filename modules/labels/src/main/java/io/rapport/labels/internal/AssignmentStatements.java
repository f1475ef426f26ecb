package io.rapport.labels.internal;

/** The SQL of one owner's tables; the schema is the only thing put into it, and it is a checked name. */
final class AssignmentStatements {

    private static final String COLUMN = """
            (select coalesce(json_agg(json_build_object('label', l.label_id, 'at', l.set_at, 'kind', l.actor_kind,
                    'actor', l.actor_id, 'name', l.actor_name, 'version', l.actor_version,
                    'occasion', l.occasion_id, 'why', l.why) order by l.set_at, l.label_id), cast('[]' as json))
               from SCHEMA.label_assignment l where l.subject_id = SUBJECT)""";

    /** A rule had put a label on when the latest 'added' by a rule has no 'removed' after it. */
    private static final String SITUATION = """
            select 'standing' as what, a.label_id, a.scope_key, a.set_at, a.actor_kind, a.actor_id, a.actor_name,
                   a.actor_version, a.occasion_id, null as reason, null as by_id,
                   a.actor_kind = 'rule' or exists (
                       select 1 from SCHEMA.label_history h
                        where h.subject_id = a.subject_id and h.label_id = a.label_id
                          and h.action = 'added' and h.actor_kind = 'rule'
                          and not exists (
                              select 1 from SCHEMA.label_history r
                               where r.subject_id = h.subject_id and r.label_id = h.label_id
                                 and r.action = 'removed' and r.id > h.id)) as by_rule
              from SCHEMA.label_assignment a where a.subject_id = :subject
            union all
            select 'override', label_id, null, set_at, actor_kind, actor_id, actor_name, actor_version, null, null, null,
                   false
              from SCHEMA.label_override where subject_id = :subject
            union all
            select action, label_id, null, at, actor_kind, actor_id, actor_name, actor_version, occasion_id, reason,
                   by_id, false
              from SCHEMA.label_history
             where subject_id = :subject and occasion_id >= cast(:occasion as uuid)
               and (action = 'suppressed' and occasion_id = cast(:occasion as uuid)
                    or action = 'removed' and occasion_id > cast(:occasion as uuid) and reason <> 'withdrawn')
            """;

    private static final String REMOVE = """
            delete from SCHEMA.label_assignment where subject_id = :subject and label_id = any(:labels)
            """;

    private static final String WRITE = """
            with assigned as (
                insert into SCHEMA.label_assignment (subject_id, label_id, scope_key, set_at, actor_kind, actor_id,
                                                     actor_name, actor_version, occasion_id, why)
                select cast(:subject as uuid), label_id, scope_key, at, actor_kind, actor_id, actor_name, actor_version,
                       occasion_id, why
                  from jsonb_to_recordset(cast(:assignments as jsonb)) as r(
                       label_id uuid, scope_key text, at timestamptz, actor_kind text, actor_id text, actor_name text,
                       actor_version text, occasion_id uuid, why jsonb)
                on conflict (subject_id, label_id) do update
                set set_at = excluded.set_at, actor_kind = excluded.actor_kind, actor_id = excluded.actor_id,
                    actor_name = excluded.actor_name, actor_version = excluded.actor_version,
                    occasion_id = excluded.occasion_id, why = excluded.why)
            insert into SCHEMA.label_history (subject_id, id, label_id, action, reason, by_id, occasion_id, at,
                                              actor_kind, actor_id, actor_name, actor_version)
            select cast(:subject as uuid), id, label_id, action, reason, by_id, occasion_id, at, actor_kind, actor_id,
                   actor_name, actor_version
              from jsonb_to_recordset(cast(:history as jsonb)) as r(
                   id uuid, label_id uuid, action text, reason text, by_id text, occasion_id uuid, at timestamptz,
                   actor_kind text, actor_id text, actor_name text, actor_version text)
            """;

    private static final String OVERRIDE = """
            insert into SCHEMA.label_override (subject_id, label_id, set_at, actor_kind, actor_id, actor_name,
                                               actor_version)
            select cast(:subject as uuid), label_id, cast(:at as timestamptz), :kind, :actor, :name,
                   cast(:version as text)
              from unnest(:labels) as label_id
            on conflict (subject_id, label_id) do nothing
            """;

    private static final String END_OVERRIDE = """
            delete from SCHEMA.label_override where subject_id = :subject and label_id = :label
            """;

    /** The why is that of the assignment as long as it is the one that the change made. */
    private static final String CHANGES = """
            select h.id, h.label_id, h.action, h.reason, h.by_id, h.at, h.actor_kind, h.actor_id, h.actor_name,
                   h.actor_version, cast(a.why as text) as why
              from SCHEMA.label_history h
              left join SCHEMA.label_assignment a
                     on a.subject_id = h.subject_id and a.label_id = h.label_id and h.action = 'added'
                    and a.occasion_id = h.occasion_id and a.actor_id = h.actor_id
             where h.subject_id = :subject
            """;

    private static final String BEFORE = " and h.id < :before";

    private static final String LATEST = " order by h.id desc limit :limit";

    private final String column;
    private final String changes;
    private final String situation;
    private final String remove;
    private final String write;
    private final String override;
    private final String endOverride;

    AssignmentStatements(String schema) {
        column = COLUMN.replace("SCHEMA", schema);
        changes = CHANGES.replace("SCHEMA", schema);
        situation = SITUATION.replace("SCHEMA", schema);
        remove = REMOVE.replace("SCHEMA", schema);
        write = WRITE.replace("SCHEMA", schema);
        override = OVERRIDE.replace("SCHEMA", schema);
        endOverride = END_OVERRIDE.replace("SCHEMA", schema);
    }

    String column(String idExpression) {
        return column.replace("SUBJECT", idExpression);
    }

    /** The latest changes, or those before one of them. */
    String changes(boolean before) {
        return changes + (before ? BEFORE : "") + LATEST;
    }

    String situation() {
        return situation;
    }

    String remove() {
        return remove;
    }

    String write() {
        return write;
    }

    String override() {
        return override;
    }

    String endOverride() {
        return endOverride;
    }
}
