import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import { conversation, panel, session } from '../../../test/samples';
import { keys } from '../api/keys';
import { concerned } from './concerned';
import type { Changed } from './hint';

describe('the queries that a hint makes stale', () => {
  let client: QueryClient;

  beforeEach(() => {
    client = new QueryClient();
    for (const id of ['c1', 'c2']) {
      client.setQueryData(
        keys.conversation(id),
        conversation({ id, contact: { id: `of-${id}`, name: 'Nam' } }),
      );
      client.setQueryData(keys.messages(id), { pages: [], pageParams: [] });
      client.setQueryData(keys.panel(id), panel({ contact: { id: `of-${id}` } }));
    }
    client.setQueryData(keys.inboxOf('open'), { pages: [], pageParams: [] });
    client.setQueryData(keys.labels, []);
  });

  const nobody = { conversationId: null, contactId: null, sessionId: null };
  const ofConversation = (...what: Changed[]) => concerned(client, { ...nobody, conversationId: 'c1', what });
  const ofContact = (...what: Changed[]) => concerned(client, { ...nobody, contactId: 'of-c1', what });

  test('a message: the messages of its conversation and the inbox', () => {
    expect(ofConversation('message')).toEqual([keys.inbox, keys.messages('c1')]);
  });

  test('a message written in another session than the panel shows: the panel, too', () => {
    client.setQueryData(keys.panel('c1'), { ...panel({ contact: { id: 'of-c1' } }), session: session() });
    const written = (sessionId: string) =>
      concerned(client, { ...nobody, conversationId: 'c1', sessionId, what: ['message'] });
    expect(written(session().id)).toEqual([keys.inbox, keys.messages('c1')]);
    expect(written('the-next-visit')).toEqual([keys.inbox, keys.messages('c1'), keys.panel('c1')]);
  });

  test('labels of a conversation: its panel and the inbox', () => {
    expect(ofConversation('labels')).toEqual([keys.inbox, keys.panel('c1')]);
  });

  test('labels of a contact: the panels that show the contact, and not the inbox', () => {
    expect(ofContact('labels')).toEqual([keys.panel('c1')]);
  });

  test('attributes: the panel only', () => {
    expect(ofConversation('attributes')).toEqual([keys.panel('c1')]);
    expect(ofContact('attributes')).toEqual([keys.panel('c1')]);
  });

  test('stories and histories: those of the contact or conversation that was named', () => {
    const contact = { kind: 'contact', id: 'of-c1' } as const;
    const conversation = { kind: 'conversation', id: 'c1' } as const;
    for (const subject of [contact, conversation, { kind: 'contact', id: 'of-c2' } as const]) {
      client.setQueryData(keys.story(subject, 'name'), { pages: [], pageParams: [] });
      client.setQueryData(keys.history(subject, null), { pages: [], pageParams: [] });
    }
    expect(ofContact('attributes')).toEqual([
      keys.panel('c1'),
      keys.story(contact, 'name'),
      keys.history(contact, null),
    ]);
    expect(ofConversation('labels')).toEqual([
      keys.inbox,
      keys.panel('c1'),
      keys.history(conversation, null),
    ]);
  });

  test('a contact: whatever shows its name', () => {
    expect(ofContact('contact')).toEqual([keys.inbox, keys.conversation('c1'), keys.panel('c1')]);
  });

  test('a session: the panel that shows it, and the inbox only where its country may have changed', () => {
    client.setQueryData(keys.panel('c2'), { ...panel({ contact: { id: 'of-c2' } }), session: session() });
    const told = (...what: Changed[]) => concerned(client, { ...nobody, sessionId: session().id, what });
    expect(told('session')).toEqual([keys.panel('c2')]);
    expect(told('session', 'inbox')).toEqual([keys.inbox, keys.panel('c2')]);
  });

  test('several changes at once name each query once', () => {
    expect(ofConversation('status', 'labels', 'inbox')).toEqual([
      keys.inbox,
      keys.conversation('c1'),
      keys.panel('c1'),
    ]);
  });

  test('the inbox alone', () => {
    expect(concerned(client, { ...nobody, what: ['inbox'] })).toEqual([keys.inbox]);
  });

  test('a word of a newer server changes nothing else', () => {
    expect(ofConversation('typing' as Changed)).toEqual([]);
  });
});
