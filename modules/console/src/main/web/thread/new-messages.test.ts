import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer, later } from '../../../test/fake-server';
import { message } from '../../../test/samples';
import { messagesQuery } from '../api/conversations';
import { keys } from '../api/keys';
import type { Message } from '../api/types';
import { fetchNewMessages, type Thread } from './new-messages';

let server: FakeServer;
let client: QueryClient;
let history: Message[];

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
const shown = () =>
  client
    .getQueryData<Thread>(keys.messages('c1'))
    ?.pages.toReversed()
    .flatMap((page) => page.items.map(({ sequence }) => sequence));

beforeEach(async () => {
  history = range(1, 3);
  client = new QueryClient();
  server = new FakeServer().on('GET /conversations/c1/messages', ({ search }) => {
    const after = search.get('after');
    const limit = Number(search.get('limit'));
    const items =
      after === null
        ? history.slice(-limit)
        : history.filter((m) => m.sequence > Number(after)).slice(0, limit);
    return { body: { items, next: null } };
  });
  new InfiniteQueryObserver(client, messagesQuery('c1')).subscribe(() => undefined);
  await expect.poll(shown).toEqual([1, 2, 3]);
  server.requests.length = 0;
});

test('new messages are put after the newest one', async () => {
  history.push(message(4));
  await fetchNewMessages(client, 'c1');
  expect(shown()).toEqual([1, 2, 3, 4]);
  expect(server.requests.map(({ search }) => search.get('after'))).toEqual(['3']);
});

test('after a long absence it asks until nothing is missing', async () => {
  history.push(...range(4, 120));
  await fetchNewMessages(client, 'c1');
  expect(shown()).toEqual(range(1, 120).map(({ sequence }) => sequence));
});

test('a message that is already there is not doubled', async () => {
  const slow = later<void>();
  server.on('GET /conversations/c1/messages', async () => {
    await slow.answer;
    return { body: { items: [message(4)], next: null } };
  });
  const both = [fetchNewMessages(client, 'c1'), fetchNewMessages(client, 'c1')];
  slow.give();
  await Promise.all(both);
  expect(shown()).toEqual([1, 2, 3, 4]);
});

test('while the thread itself is being read, it is read anew instead: what was appended would be lost', async () => {
  const slow = later<void>();
  const before = [...history];
  server.on('GET /conversations/c1/messages', async ({ search }) => {
    const items = search.has('after') || history.length > before.length ? history : before;
    await slow.answer;
    return { body: { items, next: null } };
  });
  const reading = client.invalidateQueries({ queryKey: keys.messages('c1') });
  history.push(message(4));
  const asked = fetchNewMessages(client, 'c1');
  slow.give();
  await Promise.all([reading, asked]);
  await expect.poll(shown).toEqual([1, 2, 3, 4]);
});
