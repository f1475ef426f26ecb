-- Whom a site's own books call what: one contact for an external id within a realm.
create table contacts.external_identity (
    realm_id    uuid        not null,
    external_id text        not null,
    contact_id  uuid        not null,
    -- The contact that it named first, kept so that a merge can be undone.
    origin_id   uuid        not null,
    since       timestamptz not null,
    primary key (realm_id, external_id)
);
create index on contacts.external_identity (contact_id);

-- What a visitor said before there was a contact to say it of; goes to the contact that the first message makes.
create table contacts.introduction (
    visitor_id uuid        primary key,
    said       jsonb       not null,
    at         timestamptz not null
);

-- What an agent does not believe: the claim is not shown again while the contact says the same.
create table contacts.claim_refusal (
    contact_id uuid        not null,
    field      text        not null check (field in ('email', 'phone')),
    value      text        not null, -- as compared
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    actor_name text        not null,
    primary key (contact_id, field, value)
);

-- One contact became part of another. Its own labels and values stay where they are and are copied; what the other one had
-- before and just after tells, when it is undone, what has been edited since.
create table contacts.merge (
    id            uuid        primary key,
    from_id       uuid        not null,
    into_id       uuid        not null,
    at            timestamptz not null,
    actor_kind    text        not null,
    actor_id      text        not null,
    actor_name    text        not null,
    values_before jsonb       not null,
    values_after  jsonb       not null,
    labels_before jsonb       not null,
    labels_after  jsonb       not null,
    undone_at     timestamptz
);
create unique index merge_once on contacts.merge (from_id) where undone_at is null;
create index merge_latest on contacts.merge (into_id, id) where undone_at is null;
create index contact_merged_into on contacts.contact (merged_into) where merged_into is not null;
