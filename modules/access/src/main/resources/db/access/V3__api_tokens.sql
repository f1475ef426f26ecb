-- What integrations sign in with. The secret itself is known to whoever was shown it, once.
create table access.api_token (
    id              uuid        primary key,
    name            text        not null,
    name_folded     text        not null, -- as compared: lower case
    secret_hash     bytea       not null unique check (octet_length(secret_hash) = 32),
    scopes          text[]      not null check (cardinality(scopes) > 0),
    created_at      timestamptz not null,
    created_by_id   uuid        not null, -- the agent
    created_by_name text        not null, -- as it was at the time
    expires_at      timestamptz, -- null: never
    last_used_at    timestamptz, -- to the minute or so
    revoked_at      timestamptz
);

create index api_token_in_force on access.api_token (name_folded) where revoked_at is null;

-- An entry concerns an agent or a token.
alter table access.audit
    add column token_id uuid,
    alter column agent_id drop not null,
    add constraint audit_concerns_one check (num_nonnulls(agent_id, token_id) = 1);

create index audit_of_token on access.audit (token_id, id) where token_id is not null;
