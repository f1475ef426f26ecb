-- Who the visitor proved to be, in which session and until when: history is shown for that long to the token alone.
alter table sessions.visitor
    add column external_id text,
    add column proven_session_id uuid,
    add column proven_until timestamptz,
    add constraint visitor_proof check (num_nonnulls(external_id, proven_session_id, proven_until) in (0, 3));
