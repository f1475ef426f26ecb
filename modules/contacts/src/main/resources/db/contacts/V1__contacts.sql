create sequence contacts.contact_number;

create table contacts.contact (
    id uuid primary key,
    realm_id uuid not null,
    -- For people: 'Visitor 1042' while the name is not known.
    number bigint not null default nextval('contacts.contact_number'),
    -- The shown values of the built-in attributes, kept here to be found and sorted by.
    name text,
    email text,
    email_folded text,
    phone text,
    verified boolean not null default false,
    blocked boolean not null default false,
    merged_into uuid,
    conversations bigint not null default 0,
    created_at timestamptz not null,
    version bigint not null default 1
);
create index on contacts.contact (realm_id, email_folded) where email_folded is not null;
create index on contacts.contact (realm_id, phone) where phone is not null;

create table contacts.visitor_contact (
    visitor_id uuid primary key,
    contact_id uuid not null,
    -- The contact that the visitor came in with, kept so that a merge can be undone.
    origin_id uuid not null
);
create index on contacts.visitor_contact (contact_id);
