import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { conversation, fromMai, mai } from '../../../test/samples';
import type { Message } from '../api/types';
import { Composer } from './composer';
import { OutgoingMessages } from './outgoing-messages';

let server: FakeServer;
const send = 'POST /conversations/c1/messages';

beforeEach(() => {
  server = new FakeServer()
    .on('GET /me', () => ({ body: mai }))
    .on(send, ({ body }) => ({ status: 201, body: fromMai(1, (body as Message).text) }));
});

const box = () => screen.getByRole('textbox');

function Thread({ id = 'c1', received = [] as Message[] }) {
  return (
    <>
      <OutgoingMessages conversation={id} received={received} />
      <Composer key={id} conversation={conversation({ id })} />
    </>
  );
}

test('Enter sends, Shift + Enter starts a new line', async () => {
  show(<Thread />);
  await userEvent.type(box(), 'Hello{Shift>}{Enter}{/Shift}there{Enter}');
  await waitFor(() => expect(server.asked(send)).toHaveLength(1));
  expect(server.asked(send)[0]?.body).toEqual({ text: 'Hello\nthere', private: false });
  expect(server.asked(send)[0]?.headers.get('X-Requested-With')).toBe('rapport');
  expect(box()).toHaveValue('');
});

test('spaces alone are no message', async () => {
  show(<Thread />);
  await userEvent.type(box(), '   {Enter}');
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
  expect(server.asked(send)).toHaveLength(0);
});

test('a private note is sent as one', async () => {
  show(<Thread />);
  await userEvent.click(screen.getByText('Private note'));
  await userEvent.type(screen.getByRole('textbox', { name: 'Private note' }), 'Careful');
  await userEvent.click(screen.getByRole('button', { name: 'Add note' }));
  await waitFor(() => expect(server.asked(send)[0]?.body).toEqual({ text: 'Careful', private: true }));
});

test('each conversation keeps its own draft', async () => {
  const view = show(<Thread id="c1" />);
  await userEvent.type(box(), 'Dear Nam');
  view.unmount();
  const other = show(<Thread id="c2" />);
  expect(box()).toHaveValue('');
  other.unmount();
  show(<Thread id="c1" />);
  expect(box()).toHaveValue('Dear Nam');
});

test('a sent draft is forgotten', async () => {
  const view = show(<Thread />);
  await userEvent.type(box(), 'Done{Enter}');
  view.unmount();
  show(<Thread />);
  expect(box()).toHaveValue('');
});

test('a failed message says so and is sent again under the same key', async () => {
  server.on(send, () => ({ status: 500 }));
  show(<Thread />);
  await userEvent.type(box(), 'Will it arrive?{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Not sent.');

  server.on(send, () => ({ status: 201, body: fromMai(1, 'Will it arrive?') }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());

  const [first, second, ...more] = server.asked(send).map(({ headers }) => headers.get('Idempotency-Key'));
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toBe(first);
  expect(more).toEqual([]);
});

test('two messages have two keys', async () => {
  show(<Thread />);
  await userEvent.type(box(), 'One{Enter}Two{Enter}');
  await waitFor(() => expect(server.asked(send)).toHaveLength(2));
  const [one, two] = server.asked(send);
  expect(one?.headers.get('Idempotency-Key')).not.toBe(two?.headers.get('Idempotency-Key'));
});

test('a failed message outlives a look at another conversation', async () => {
  server.on(send, () => ({ status: 500 }));
  const view = show(<Thread />);
  await userEvent.type(box(), 'Still here{Enter}');
  await screen.findByText('Not sent.', { exact: false });
  view.unmount();
  show(<Thread />, view.queryClient);
  expect(screen.getByText('Still here')).toBeInTheDocument();
});

test('a failed message can be given up', async () => {
  server.on(send, () => ({ status: 500 }));
  show(<Thread />);
  await userEvent.type(box(), 'Never mind{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }));
  expect(screen.queryByText('Never mind')).not.toBeInTheDocument();
});

test('what is too long is not sent, and the page says by how much', async () => {
  show(<Thread />);
  await userEvent.click(box());
  await userEvent.paste('a'.repeat(10_003));
  expect(screen.getByText('3 characters too many')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
});

test('a finalised conversation is no longer answered', () => {
  show(<Composer conversation={conversation({ status: 'finalised' })} />);
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(screen.getByText(/finalised/)).toBeInTheDocument();
});
