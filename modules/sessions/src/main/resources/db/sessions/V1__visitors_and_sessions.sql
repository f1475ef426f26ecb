create table sessions.visitor (
    id uuid primary key,
    site_id uuid not null,
    token_hash bytea not null unique,
    -- Noted when the contact is identified; contacts own the link.
    contact_id uuid,
    session_id uuid not null,
    session_active_at timestamptz not null,
    visits int not null default 1,
    created_at timestamptz not null
);
create index on sessions.visitor (contact_id) where contact_id is not null;

create table sessions.session (
    id uuid primary key,
    visitor_id uuid not null,
    site_id uuid not null,
    started_at timestamptz not null,
    active_at timestamptz not null,
    visit int not null,
    -- What the browser sent; the address goes once the place is known.
    user_agent text,
    language text,
    browser_time_zone text,
    address text,
    landing_page text,
    current_page text,
    current_title text,
    referrer text,
    campaign text,
    -- What providers supply.
    country text,
    region text,
    city text,
    time_zone text,
    network text,
    device_type text,
    device_name text,
    operating_system text,
    browser_name text,
    browser_version text,
    estimated boolean not null default false,
    pending text[] not null default '{}'
);
create index on sessions.session (visitor_id, started_at desc);

create table sessions.page_view (
    id uuid primary key,
    session_id uuid not null,
    at timestamptz not null,
    url text not null,
    title text
);
create index on sessions.page_view (session_id, id);
