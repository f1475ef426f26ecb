-- What providers were asked for when the conversation began and have not answered yet: 'provider subject key' each.
alter table conversations.conversation add column owed text[] not null default '{}';
