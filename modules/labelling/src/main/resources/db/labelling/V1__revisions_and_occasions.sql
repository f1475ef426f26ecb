-- What was published, kept for ever: labels name the revision that put them on. The one in force is the latest.
create table labelling.revision (
    number       bigint      primary key,
    rules        jsonb       not null,
    note         text        not null,
    based_on     bigint      not null,
    author_kind  text        not null,
    author_id    text        not null,
    author_name  text        not null,
    published_at timestamptz not null
);

-- An evaluation of rules and all that it saw, so that labels can be explained and rules be tried on the past. The text of
-- a message is kept by reference only: erasing a message must reach it.
create table labelling.occasion (
    id               uuid        primary key,
    event            text        not null,
    conversation_id  uuid        not null,
    contact_id       uuid,
    site_id          uuid        not null,
    session_id       uuid,
    message_id       uuid,
    message_sequence bigint,
    at               timestamptz not null,
    revision         bigint      not null,
    facts            jsonb       not null,
    pending          text[]      not null default '{}',
    pending_until    timestamptz,
    outcome          jsonb       not null,
    evaluated_at     timestamptz not null
);

comment on column labelling.occasion.facts is
    'token of field → value at the time, null: nothing known; the labels as they stood when the occasion began among them';
comment on column labelling.occasion.pending is 'fields that a provider owed at the time; rules that read one waited';
comment on column labelling.occasion.outcome is 'matched: ids of rules; applied: what the owners made of it, in order';

-- The one occasion of an event: the id is derived from them, too, so that a second delivery finds the first.
create unique index occasion_of_message on labelling.occasion (event, message_id) where message_id is not null;
create unique index occasion_of_conversation on labelling.occasion (event, conversation_id) where message_id is null;
create index occasion_at on labelling.occasion (at, id);
create index occasion_conversation on labelling.occasion (conversation_id, at);
-- Few rows at any time: those that wait for a provider.
create index occasion_waiting on labelling.occasion (pending_until, id) where pending_until is not null;
create index occasion_waiting_session on labelling.occasion (session_id) where pending_until is not null;
