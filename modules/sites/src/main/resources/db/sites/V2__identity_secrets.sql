-- What a site signs identity tokens with (HS256): the newest, and until it is retired the one before. Both sides of HMAC
-- need the secret itself, so it is kept as it is; it lies apart from the site, and nothing but the check of tokens reads it.
create table sites.identity_secret (
    id         uuid        primary key,
    site_id    uuid        not null references sites.site (id) on delete cascade,
    secret     text        not null,
    created_at timestamptz not null
);
create index on sites.identity_secret (site_id, id);

-- Who changed what about whom a site vouches for; never changed, never deleted.
create table sites.audit (
    id         uuid        primary key,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null, -- as it was at the time
    action     text        not null,
    site_id    uuid        not null,
    secret_id  uuid        not null
);
create index audit_of_site on sites.audit (site_id, id);
