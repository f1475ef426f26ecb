-- Few rows at any time, as of sessions: those that wait for a provider.
create index occasion_waiting_conversation on labelling.occasion (conversation_id) where pending_until is not null;
