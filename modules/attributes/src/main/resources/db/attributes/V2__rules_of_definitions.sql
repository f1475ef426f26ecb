-- What else a definition says of its attribute, and the keys that visitors' sources use without one.

alter table attributes.definition
    add column pattern                 text,
    add column sites                   jsonb   not null default '[]', -- ids; none: every site
    add column required_before_resolve boolean not null default false,
    add column privacy                 text    not null default 'ordinary'
        check (privacy in ('ordinary', 'personal', 'sensitive')),
    add column retention_days          integer check (retention_days > 0);

-- One row for each undeclared key that has been used at a site, so that there are no more of them than anybody can read.
create table attributes.undeclared_key (
    subject    text        not null check (subject in ('contact', 'conversation')),
    key        text        not null,
    site_id    uuid,                 -- null: left behind by a definition that was deleted
    first_seen timestamptz not null,
    unique nulls not distinct (subject, key, site_id)
);

create index undeclared_key_of_site on attributes.undeclared_key (site_id);
