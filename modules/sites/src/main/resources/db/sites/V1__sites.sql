create table sites.site (
    id uuid primary key,
    key text not null unique,
    name text not null,
    -- External ids, e-mails and phones belong together within a realm; sites share one only on purpose.
    realm_id uuid not null,
    region text not null,
    time_zone text not null,
    locale text not null,
    appearance jsonb not null,
    created_at timestamptz not null default now(),
    version bigint not null default 1
);
