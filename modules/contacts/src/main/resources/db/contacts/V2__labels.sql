-- Labels on subjects of this module. Module labels reads and writes these tables; they lie here so that a panel and a
-- merge are statements within one schema.

create table contacts.label_assignment (
    subject_id    uuid        not null,
    label_id      uuid        not null,
    scope_key     text,                 -- the folded scope while it is exclusive, else null
    set_at        timestamptz not null,
    actor_kind    text        not null,
    actor_id      text        not null,
    actor_name    text        not null,
    actor_version text,
    occasion_id   uuid,                 -- the occasion on which a rule put it on
    why           jsonb,                -- what the rule saw
    origin        uuid,                 -- the subject it came from by a merge
    primary key (subject_id, label_id)
);

-- At most one label of an exclusive scope, whatever races.
create unique index label_assignment_one_of_a_scope on contacts.label_assignment (subject_id, scope_key)
    where scope_key is not null;

-- A person took off what a rule had put on: no rule puts it on again until a person does.
create table contacts.label_override (
    subject_id    uuid        not null,
    label_id      uuid        not null,
    set_at        timestamptz not null,
    actor_kind    text        not null,
    actor_id      text        not null,
    actor_name    text        not null,
    actor_version text,
    origin        uuid,
    primary key (subject_id, label_id)
);

create table contacts.label_history (
    subject_id    uuid        not null,
    id            uuid        not null,
    label_id      uuid        not null,
    action        text        not null check (action in ('added', 'removed', 'suppressed')),
    reason        text,                 -- why suppressed or removed
    by_id         text,                 -- what stood in the way or took its place
    occasion_id   uuid,
    at            timestamptz not null,
    actor_kind    text        not null,
    actor_id      text        not null,
    actor_name    text        not null,
    actor_version text,
    origin        uuid,
    primary key (subject_id, id)
);

-- Evaluating an occasion again asks what it and later ones did.
create index label_history_of_an_occasion on contacts.label_history (subject_id, occasion_id) where occasion_id is not null;
