import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { mai } from '../../../test/samples';
import type { HistoryEntry } from '../api/types';
import { History } from './history';

const subject = { kind: 'contact', id: 'nam' } as const;
const read = 'GET /contacts/nam/history';
const at = '2026-01-31T09:00:00Z';
let server: FakeServer;

const put: HistoryEntry = {
  id: 'h3',
  kind: 'label',
  at,
  by: { kind: 'rule', id: 'r1', name: 'Refunds', version: '3' },
  label: {
    action: 'added',
    id: 'l1',
    name: 'refund request',
    colour: '#b3401f',
    why: { sentence: 'When a message contains “refund”', facts: [], suppressed: [] },
  },
};
const changed: HistoryEntry = {
  id: 'h2',
  kind: 'value',
  at,
  by: { kind: 'agent', ...mai },
  value: {
    action: 'set',
    key: 'hometown',
    name: 'Home town',
    source: 'agent',
    before: 'Hanoi',
    after: 'Hue',
  },
};
const visit: HistoryEntry = {
  id: 'h1',
  kind: 'session',
  at,
  session: { id: 'h1', country: 'VN', city: 'Huế', estimated: true, deviceType: 'phone', browser: 'Chrome' },
};

beforeEach(() => {
  server = new FakeServer().on(read, ({ search }) => {
    if (search.get('kind') === 'conversation') return { body: { items: [] } };
    return search.get('after')
      ? { body: { items: [visit] } }
      : { body: { items: [put, changed], next: 'h2' } };
  });
});

async function open(): Promise<void> {
  show(<History subject={subject} />);
  expect(server.asked(read)).toHaveLength(0);
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
}

test('it is read when it is opened, and tells what happened, by whom and why', async () => {
  await open();
  const [label, value] = await screen.findAllByRole('listitem');
  expect(label).toHaveTextContent('refund request put on');
  expect(label).toHaveTextContent('When a message contains “refund”');
  expect(label).toHaveTextContent('Rule Refunds');
  expect(value).toHaveTextContent('Home town HanoiHue');
  expect(value).toHaveTextContent('Agent Mai');
});

test('older entries follow on demand', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(3));
  expect(screen.getAllByRole('listitem')[2]).toHaveTextContent(
    'Visit Huế, Vietnam · Phone · Chrome (estimated)',
  );
});

test('one kind alone is shown, and that there is nothing of it is said', async () => {
  await open();
  await screen.findAllByRole('listitem');
  await userEvent.click(within(screen.getByRole('radiogroup', { name: 'What to show' })).getByText('Chats'));
  await screen.findByText('Nothing has happened yet.');
  expect(server.requests.at(-1)?.search.get('kind')).toBe('conversation');
});

test('a failure is told and can be tried again', async () => {
  server.on(read, () => ({ status: 500, body: { title: 'broken' } }));
  await open();
  await screen.findByRole('alert');
  server.on(read, () => ({ body: { items: [changed] } }));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Home town');
});
