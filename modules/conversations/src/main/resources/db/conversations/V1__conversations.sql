create sequence conversations.conversation_number;

create table conversations.conversation (
    id uuid primary key,
    number bigint not null default nextval('conversations.conversation_number'),
    status text not null default 'open' check (status in ('open', 'snoozed', 'resolved', 'finalised')),
    site_id uuid not null,
    visitor_id uuid not null,
    -- Noted when the contact is identified; contacts own the link.
    contact_id uuid,
    -- The visitor that brought the conversation along, kept through merges of contacts.
    origin_id uuid not null,
    -- The session of the visitor's latest message.
    session_id uuid not null,
    -- The sequence of the latest message, and of the latest that the visitor has seen.
    last_sequence bigint not null,
    seen_sequence bigint not null default 0,
    created_at timestamptz not null,
    active_at timestamptz not null,
    version bigint not null default 1
);
-- Two first messages at once make one conversation: the index is on the visitor, so that it survives merges.
create unique index conversation_one_per_visitor on conversations.conversation (visitor_id) where status <> 'finalised';
create index on conversations.conversation (contact_id, created_at desc);

create table conversations.message (
    conversation_id uuid not null,
    sequence bigint not null,
    id uuid not null unique,
    -- The visitor or agent whose key for retries is unique; null where there is none.
    writer_id uuid,
    client_message_id text,
    author_kind text not null,
    author_id text not null,
    author_name text not null,
    author_version text,
    text text not null,
    private boolean not null default false,
    session_id uuid,
    at timestamptz not null,
    primary key (conversation_id, sequence)
);
create unique index message_once on conversations.message (writer_id, client_message_id)
    where client_message_id is not null;

create table conversations.conversation_session (
    conversation_id uuid not null,
    session_id uuid not null,
    first_at timestamptz not null,
    primary key (conversation_id, session_id)
);
create index on conversations.conversation_session (session_id);
