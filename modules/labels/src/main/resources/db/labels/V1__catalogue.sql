-- The catalogue of labels. Which subject carries which label lies in the subject's own schema.

create table labels.label (
    id              uuid        primary key,
    name            text        not null,   -- as typed, after NFC and trimming
    folded_name     text        not null,   -- what names are compared by
    scope_key       text,                   -- folded, what stands before the last '::'
    colour          text        not null,
    description     text        not null,
    on_contact      boolean     not null,
    on_conversation boolean     not null,
    on_site         boolean     not null,
    archived        boolean     not null,
    version         bigint      not null,
    created_at      timestamptz not null
);

create unique index label_folded_name on labels.label (folded_name);

-- What somebody said about a scope; one without a row is exclusive.
create table labels.scope (
    scope_key text    primary key,
    exclusive boolean not null default true
);
