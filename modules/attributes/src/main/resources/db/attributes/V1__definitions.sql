-- The declared attributes. Values lie in the subject's own schema; name, email and phone of contacts need no row here.

create table attributes.definition (
    id                 uuid        primary key,
    subject            text        not null check (subject in ('contact', 'conversation')),
    key                text        not null,
    name               text        not null,
    description        text        not null,
    type               text        not null,
    options            jsonb       not null,   -- what a list offers, in order
    group_name         text        not null,
    position           integer     not null,
    visitors_may_write boolean     not null,
    version            bigint      not null,
    created_at         timestamptz not null
);

create unique index definition_key on attributes.definition (subject, key);
