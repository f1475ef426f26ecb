-- Values of attributes of subjects of this module. Module attributes reads and writes these tables.

create table conversations.attribute_value (
    subject_id    uuid        not null,
    key           text        not null,
    source        text        not null,
    source_id     text        not null,
    value         jsonb,                -- null: removed by an agent, and that stands
    actor_kind    text        not null,
    actor_id      text        not null,
    actor_name    text        not null,
    actor_version text,
    set_at        timestamptz not null, -- the source's own time
    pinned        boolean     not null,
    estimated     boolean     not null,
    unverified    boolean     not null,
    unparsed      boolean     not null,
    winner        boolean     not null,
    origin        uuid,                 -- the subject it came from by a merge
    primary key (subject_id, key, source, source_id)
);

-- One shown value of a key, whatever races.
create unique index attribute_value_winner on conversations.attribute_value (subject_id, key) where winner;

-- How the shown values changed.
create table conversations.attribute_history (
    subject_id    uuid        not null,
    id            uuid        not null,
    key           text        not null,
    old_value     jsonb,
    new_value     jsonb,
    source        text        not null,
    at            timestamptz not null,
    actor_kind    text        not null,
    actor_id      text        not null,
    actor_name    text        not null,
    actor_version text,
    origin        uuid,
    primary key (subject_id, id)
);
