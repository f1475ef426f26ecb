-- What was done: a source set a value, an agent pinned one or released it. Module attributes reads and writes this table.
alter table conversations.attribute_history
    add column action text not null default 'set' check (action in ('set', 'pinned', 'released'));

-- How one attribute changed, page by page.
create index attribute_history_of_a_key on conversations.attribute_history (subject_id, key, id);
