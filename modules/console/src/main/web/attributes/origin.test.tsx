import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { kept, mai, story } from '../../../test/samples';
import type { AttributeStory } from '../api/types';
import { Origin } from './origin';

const subject = { kind: 'contact', id: 'nam' } as const;
const about = 'GET /contacts/nam/attributes/hometown';
const crm = kept({
  source: 'plugin',
  sourceId: 'crm',
  value: 'Hanoi',
  setBy: { kind: 'plugin', id: 'crm', name: 'CRM', version: '1.2' },
  unverified: true,
});
const mais = kept({ source: 'agent', sourceId: 'agents', value: 'Vinh', setBy: { kind: 'agent', ...mai } });
let server: FakeServer;
let now: AttributeStory;

beforeEach(() => {
  notifications.clean();
  now = story({ values: [{ ...crm, shown: true }, kept()] });
  server = new FakeServer().on(about, () => ({ body: now }));
});

async function open(): Promise<HTMLElement> {
  show(
    <Origin subject={subject} field={{ key: 'hometown', name: 'Home town' }}>
      Plugin
    </Origin>,
  );
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  return screen.findByRole('dialog', { name: 'Home town: where it comes from' });
}

test('it tells who set the value, what makes it doubtful, and what other sources say', async () => {
  const dialog = await open();
  await within(dialog).findByText('Hanoi');
  expect(dialog).toHaveTextContent('Plugin CRM 1.2');
  expect(dialog).toHaveTextContent('unverified: Found by something that nobody has verified.');
  expect(within(dialog).getByRole('listitem')).toHaveTextContent('HueForm');
  expect(dialog).toHaveTextContent('It has not changed yet.');
});

test('another source’s value is used, upon what was seen, and the keyboard stays within', async () => {
  const pin = 'POST /contacts/nam/attributes/hometown/pin';
  server.on(pin, () => {
    now = story({ version: 'v2', values: [kept({ shown: true, pinned: true }), crm] });
    return { body: now };
  });
  const dialog = await open();
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Use this: Hue' }));
  await within(dialog).findByText(/^Pinned:/);
  expect(server.asked(pin)[0]?.body).toEqual({ source: 'form', sourceId: 'demo' });
  expect(server.asked(pin)[0]?.headers.get('If-Match')).toBe('"v1"');
  await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
});

test('what an agent decided is taken back', async () => {
  const release = 'POST /contacts/nam/attributes/hometown/release';
  now = story({ values: [{ ...mais, shown: true }, crm] });
  server.on(release, () => {
    now = story({ version: 'v2', values: [{ ...crm, shown: true }] });
    return { body: now };
  });
  const dialog = await open();
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Let the sources decide' }));
  await waitFor(() =>
    expect(within(dialog).queryByRole('button', { name: 'Let the sources decide' })).not.toBeInTheDocument(),
  );
  expect(server.asked(release)).toHaveLength(1);
});

test('where no agent decided there is nothing to take back', async () => {
  const dialog = await open();
  await within(dialog).findByRole('button', { name: 'Keep this one' });
  expect(within(dialog).queryByRole('button', { name: 'Let the sources decide' })).not.toBeInTheDocument();
});

test('a refusal is told, and what stands there now is shown', async () => {
  server.on('POST /contacts/nam/attributes/hometown/pin', () => {
    now = story({ version: 'v2', values: [{ ...mais, shown: true }, crm, kept()] });
    return { status: 412, body: { detail: 'It was changed meanwhile.' } };
  });
  const dialog = await open();
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Use this: Hue' }));
  await screen.findByText('It was changed meanwhile.');
  await within(dialog).findByText('Vinh');
});

test('what stood there is told page by page', async () => {
  const change = (id: string, before: string | null, after: string) => ({
    id,
    action: 'set' as const,
    source: 'form' as const,
    before,
    after,
    by: { kind: 'visitor' as const, id: 'v', name: 'Nam' },
    at: '2026-01-31T09:00:00Z',
  });
  server.on(about, ({ search }) => ({
    body: story({
      changes:
        search.get('after') === 'c2'
          ? { items: [change('c1', null, 'Hue')], next: null }
          : { items: [change('c2', 'Hue', 'Hanoi')], next: 'c2' },
    }),
  }));
  const dialog = await open();
  await userEvent.click(await within(dialog).findByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(2));
  expect(within(dialog).queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

test('Escape closes it, and the keyboard goes back to the button', async () => {
  await open();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.getByRole('button', { name: /Where Home town comes from/ })).toHaveFocus();
});
