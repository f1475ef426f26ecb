import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test } from 'vitest';
import { conversation, panel } from '../../../test/samples';
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

  const ofConversation = (...what: Changed[]) =>
    concerned(client, { conversationId: 'c1', contactId: null, what });
  const ofContact = (...what: Changed[]) =>
    concerned(client, { conversationId: null, contactId: 'of-c1', what });

  test('a message: the messages of its conversation and the inbox', () => {
    expect(ofConversation('message')).toEqual([keys.inbox, keys.messages('c1')]);
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

  test('a contact: whatever shows its name', () => {
    expect(ofContact('contact')).toEqual([keys.inbox, keys.conversation('c1'), keys.panel('c1')]);
  });

  test('a session: the panel, and the country in the inbox', () => {
    expect(ofConversation('session')).toEqual([keys.inbox, keys.panel('c1')]);
  });

  test('several changes at once name each query once', () => {
    expect(ofConversation('status', 'labels', 'inbox')).toEqual([
      keys.inbox,
      keys.conversation('c1'),
      keys.panel('c1'),
    ]);
  });

  test('the inbox alone', () => {
    expect(concerned(client, { conversationId: null, contactId: null, what: ['inbox'] })).toEqual([
      keys.inbox,
    ]);
  });

  test('a word of a newer server changes nothing else', () => {
    expect(concerned(client, { conversationId: 'c1', contactId: null, what: ['typing' as Changed] })).toEqual(
      [],
    );
  });
});
