-- One row per conversation, projected in the transaction that changed it, so that no list joins other modules' tables.
create table desk.inbox (
    conversation_id uuid primary key,
    number bigint,
    site_id uuid,
    contact_id uuid,
    contact_name text,
    session_id uuid,
    country text,
    status text not null default 'open',
    active_at timestamptz not null,
    last_text text,
    last_author_kind text,
    last_author_name text,
    last_sequence bigint not null default 0,
    -- The latest message of the visitor, and the latest that the team has read.
    visitor_sequence bigint not null default 0,
    read_sequence bigint not null default 0,
    waiting_since timestamptz,
    labels uuid[] not null default '{}',
    -- Every key under which the row stands in the postings, for intersecting several filters.
    terms text[] not null default '{}'
);
create index inbox_by_status on desk.inbox (status, active_at desc, conversation_id desc);
create index inbox_by_activity on desk.inbox (active_at desc, conversation_id desc);
create index inbox_by_contact on desk.inbox (contact_id);
create index inbox_by_session on desk.inbox (session_id);
create index inbox_terms on desk.inbox using gin (terms);

-- One row per conversation and label or filterable attribute, newest first under each key: a page of a filtered list is
-- a stretch of this index, however rare the key and however old its conversations.
create table desk.posting (
    key text not null,
    conversation_id uuid not null,
    active_at timestamptz not null,
    primary key (conversation_id, key)
);
create index posting_newest on desk.posting (key, active_at desc, conversation_id desc);
