import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { conversation, fromMai, mai } from '../../../test/samples';
import { Composer } from './composer';
import { forgetAll, keep, keepFor, kept } from './kept';
import { OutgoingMessages } from './outgoing-messages';
import { unsent } from './unsent';
import { useUnsent } from './use-unsent';

const send = 'POST /conversations/c1/messages';
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer().on('GET /me', () => ({ body: mai })).on(send, () => ({ status: 500 }));
});

function Page() {
  useUnsent();
  return (
    <>
      <OutgoingMessages conversation="c1" received={[]} />
      <Composer conversation={conversation({ id: 'c1' })} />
    </>
  );
}

const keysSent = () => server.asked(send).map(({ headers }) => headers.get('Idempotency-Key'));

/** The page is left with its memory, and comes up again. */
function reload(view: { unmount: () => void }) {
  view.unmount();
  return show(<Page />);
}

async function writeInVain(text: string) {
  const view = show(<Page />);
  await userEvent.type(screen.getByRole('textbox'), `${text}{Enter}`);
  await screen.findByText('Not sent.', { exact: false });
  return view;
}

test('an answer that the server did not get is sent after a reload, under its own key', async () => {
  const view = await writeInVain('Still there?');
  server.on(send, ({ body }) => ({ status: 201, body: fromMai(1, (body as { text: string }).text) }));
  const again = reload(view);
  await waitFor(() => expect(keysSent()).toHaveLength(2));
  expect(new Set(keysSent()).size).toBe(1);
  expect(server.asked(send)[1]?.body).toEqual({ text: 'Still there?', private: false });
  await waitFor(() => expect(unsent()).toEqual([]));

  reload(again);
  expect(keysSent()).toHaveLength(2);
});

test('answers are sent in the order in which they were written', async () => {
  const view = await writeInVain('One');
  await userEvent.type(screen.getByRole('textbox'), 'Two{Enter}');
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
  server.on(send, () => ({ status: 201, body: fromMai(1, 'One') }));
  reload(view);
  await waitFor(() => expect(unsent()).toEqual([]));
  const texts = server.asked(send).map(({ body }) => (body as { text: string }).text);
  expect(texts).toEqual(['One', 'Two', 'One', 'Two']);
});

test('what still fails is shown, and given up for good', async () => {
  const view = reload(await writeInVain('Never mind'));
  await screen.findByText('Not sent.', { exact: false });
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }));
  reload(view);
  expect(screen.queryByText('Never mind')).not.toBeInTheDocument();
  expect(keysSent()).toHaveLength(2);
});

test('what one agent wrote is not another one’s', async () => {
  keepFor('mai');
  const view = await writeInVain('From Mai');
  keepFor('mai');
  expect(unsent()).toHaveLength(1);
  keepFor('nam');
  reload(view);
  expect(screen.queryByText('From Mai')).not.toBeInTheDocument();
  expect(keysSent()).toHaveLength(1);
});

test('forgetting leaves nothing', () => {
  keep('draft', 'c1', { text: 'Dear Nam', private: false });
  forgetAll();
  expect(localStorage).toHaveLength(0);
});

test('of too many drafts the oldest go, and an answer never for a draft', () => {
  keep('unsent', 'k', {});
  for (let i = 0; i < 101; i++) keep('draft', `c${i}`, { text: `${i}` });
  expect(kept('draft', 'c0')).toBeUndefined();
  expect(kept('draft', 'c1')).toEqual({ text: '1' });
  expect(kept('unsent', 'k')).toEqual({});
});
