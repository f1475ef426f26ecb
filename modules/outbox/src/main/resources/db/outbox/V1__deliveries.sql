-- One row per event and observer, written in the transaction in which the event happened and deleted in the one that
-- delivers it. What was delivered leaves no row: a table of waiting rows alone drains at one rate, whatever its past.
create table outbox.delivery (
    id            bigint generated always as identity primary key,
    observer      text        not null,
    key           uuid        not null,
    event_type    text        not null,
    event_version integer     not null,
    payload       jsonb       not null,
    attempts      integer     not null default 0,
    due           timestamptz not null,
    last_error    text,
    locked_by     text,
    locked_until  timestamptz,
    stuck         boolean     not null default false,
    created_at    timestamptz not null
) with (
    -- Every row dies young: clean up by number of dead rows, not by share of a table that is mostly empty.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0
);

comment on column outbox.delivery.due is 'next attempt, not before';
comment on column outbox.delivery.locked_by is 'two-step rows only: who works on it until locked_until';

-- Claims look at one observer at a time, so that one observer's backlog delays no other.
create index delivery_due on outbox.delivery (observer, due, id) where not stuck;
-- The order of one subject's events for one observer; its first row is the only one that may be claimed.
create index delivery_queue on outbox.delivery (observer, key, id);
-- What operators look at.
create index delivery_trouble on outbox.delivery (id) where stuck or attempts > 0;
