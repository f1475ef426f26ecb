import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { FakeWebSocket } from '../../../test/fake-web-socket';
import { show } from '../../../test/render';
import { mai, message, panel } from '../../../test/samples';
import { meQuery } from '../api/access';
import { inboxQuery, messagesQuery, panelQuery } from '../api/conversations';
import { useLive } from './use-live';

let server: FakeServer;
let history = [message(1), message(2)];

beforeEach(() => {
  FakeWebSocket.install();
  history = [message(1), message(2)];
  server = new FakeServer()
    .on('GET /me', () => ({ body: mai }))
    .on('GET /conversations', () => ({ body: { items: [], next: null } }))
    .on('GET /conversations/c1/panel', () => ({ body: panel() }))
    .on('GET /conversations/c1/messages', ({ search }) => ({
      body: {
        items: history.filter(({ sequence }) => sequence > Number(search.get('after') ?? 0)),
        next: null,
      },
    }));
});

function Screen() {
  const connected = useLive();
  useQuery(meQuery);
  useInfiniteQuery(inboxQuery('open'));
  useQuery(panelQuery('c1'));
  const messages = useInfiniteQuery(messagesQuery('c1'));
  return (
    <>
      <p>{connected ? 'connected' : 'down'}</p>
      {messages.data?.pages.flatMap((page) => page.items.map(({ id, text }) => <p key={id}>{text}</p>))}
    </>
  );
}

const paths = () =>
  server.requests.map(({ path, search }) => (search.has('after') ? `${path}?after` : path)).sort();

async function settled(): Promise<void> {
  await screen.findByText('Message 2');
  act(() => FakeWebSocket.last.send({ type: 'ready' }));
  await waitFor(() => expect(server.asked('GET /conversations/c1/panel').length).toBeGreaterThan(1));
  await waitFor(() => expect(server.asked('GET /conversations/c1/messages').length).toBeGreaterThan(1));
  server.requests.length = 0;
}

test('a hint about labels reads the panel and the inbox again, and nothing else', async () => {
  show(<Screen />);
  await settled();
  act(() =>
    FakeWebSocket.last.send({ type: 'changed', conversationId: 'c1', contactId: null, what: ['labels'] }),
  );
  await waitFor(() => expect(paths()).toEqual(['/conversations', '/conversations/c1/panel']));
});

test('a hint about somebody else’s conversation touches the inbox only', async () => {
  show(<Screen />);
  await settled();
  act(() =>
    FakeWebSocket.last.send({ type: 'changed', conversationId: 'c9', contactId: null, what: ['message'] }),
  );
  await waitFor(() => expect(paths()).toEqual(['/conversations']));
});

test('a hint about a message reads only what came after the newest one', async () => {
  show(<Screen />);
  await settled();
  history.push(message(3, { text: 'And now?' }));
  act(() =>
    FakeWebSocket.last.send({ type: 'changed', conversationId: 'c1', contactId: null, what: ['message'] }),
  );
  await screen.findByText('And now?');
  expect(paths()).toEqual(['/conversations', '/conversations/c1/messages?after']);
});

test('coming back, everything on the screen is read again', async () => {
  show(<Screen />);
  await settled();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  act(() => FakeWebSocket.last.close());
  screen.getByText('down');
  history.push(message(3, { text: 'Written meanwhile' }));
  act(() => void vi.advanceTimersByTime(500));
  act(() => FakeWebSocket.last.send({ type: 'ready' }));
  await screen.findByText('Written meanwhile');
  screen.getByText('connected');
  expect(paths()).toEqual(['/conversations', '/conversations/c1/messages', '/conversations/c1/panel']);
  vi.useRealTimers();
});

test('when coming back fails, the page asks whether the sign-in still stands', async () => {
  show(<Screen />);
  await settled();
  vi.useFakeTimers({ shouldAdvanceTime: true });
  act(() => FakeWebSocket.last.close());
  act(() => void vi.advanceTimersByTime(500));
  act(() => FakeWebSocket.last.close());
  await waitFor(() => expect(paths()).toEqual(['/me']));
  vi.useRealTimers();
});

test('when the server ends the channel because of the sign-in, the page asks at once whether it still stands', async () => {
  show(<Screen />);
  await settled();
  act(() => FakeWebSocket.last.close(1008));
  await waitFor(() => expect(paths()).toEqual(['/me']));
});
