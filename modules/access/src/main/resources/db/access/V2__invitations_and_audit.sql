-- Whoever is invited has no password until the link is followed.
alter table access.agent alter column password_hash drop not null;

-- The one-time link by which an agent sets the password: the latest alone is worth something.
create table access.password_link (
    agent_id   uuid        primary key references access.agent (id) on delete cascade,
    token_hash bytea       not null unique check (octet_length(token_hash) = 32),
    expires_at timestamptz not null
);

-- Who changed what about who may come in; never changed, never deleted.
create table access.audit (
    id         uuid        primary key,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null, -- as it was at the time
    action     text        not null,
    agent_id   uuid        not null, -- whom it concerns
    details    jsonb       not null
);

create index audit_of_agent on access.audit (agent_id, id);
