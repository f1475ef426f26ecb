-- Agents: the people of the support team.
create table access.agent (
    id            uuid        primary key,
    name          text        not null,
    email         text        not null, -- as typed
    email_folded  text        not null constraint agent_email unique, -- as compared: lower case
    role          text        not null check (role in ('administrator', 'agent')),
    password_hash text        not null,
    active        boolean     not null,
    created_at    timestamptz not null,
    version       bigint      not null
);

-- One row per browser that is signed in. The token itself is known to the browser alone.
create table access.sign_in (
    token_hash   bytea       primary key check (octet_length(token_hash) = 32),
    agent_id     uuid        not null references access.agent (id) on delete cascade,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null
);

create index sign_in_of_agent on access.sign_in (agent_id);
create index sign_in_last_seen on access.sign_in (last_seen_at);

-- Attempts to sign in, counted per window of time. The subject (address, e-mail, both) is kept as a hash only.
create table access.sign_in_attempts (
    subject  bytea       primary key check (octet_length(subject) = 32),
    attempts integer     not null,
    since    timestamptz not null
);

create index sign_in_attempts_since on access.sign_in_attempts (since);

-- The one-time link that makes the first administrator: at most one row, none once there is an agent.
create table access.first_administrator_token (
    only_row   boolean     primary key default true check (only_row),
    token_hash bytea       not null check (octet_length(token_hash) = 32),
    expires_at timestamptz not null
);
