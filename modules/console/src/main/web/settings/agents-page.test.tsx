import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { agent } from '../../../test/samples';
import { AgentsPage } from './agents-page';

const boss = agent({ id: 'mai', name: 'Mai', role: 'administrator' });
const passwordLink = { link: 'https://chat.example/console/join#once', expiresAt: '2026-02-07T09:00:00Z' };
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /me', () => ({ body: boss }))
    .on('GET /agents', () => ({
      body: {
        items: [boss, agent({ id: 'nam', name: 'Nam' }), agent({ id: 'lan', name: 'Lan', active: false })],
      },
    }));
});

const row = (name: RegExp) => screen.findByRole('row', { name });

async function invite(name: string, email: string): Promise<void> {
  const form = await screen.findByRole('form', { name: 'Invite an agent' });
  await userEvent.type(within(form).getByRole('textbox', { name: 'Name' }), name);
  await userEvent.type(within(form).getByRole('textbox', { name: 'E-mail' }), `${email}{Enter}`);
}

test('every agent is told with role and state', async () => {
  show(<AgentsPage />);
  expect(within(await row(/^Mai/)).getByRole('combobox', { name: 'Role of Mai' })).toHaveValue(
    'administrator',
  );
  expect(await row(/^Nam /)).toHaveTextContent('Active');
  expect(await row(/^Lan/)).toHaveTextContent('Deactivated');
});

test('an invitation shows its link until it is put away', async () => {
  server.on('POST /agents', () => ({
    status: 201,
    body: { agent: agent({ id: 'an', name: 'An', invited: true }), passwordLink },
  }));
  const copied = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true });
  show(<AgentsPage />);
  await invite('An', 'an@example.com');
  const link = await screen.findByRole('region', { name: 'Link for An' });
  expect(within(link).getByRole('textbox', { name: 'Password link' })).toHaveValue(passwordLink.link);
  await userEvent.click(within(link).getByRole('button', { name: 'Copy link' }));
  expect(await within(link).findByRole('button', { name: 'Copied' })).toBeVisible();
  expect(copied).toHaveBeenCalledExactlyOnceWith(passwordLink.link);
  expect(server.asked('POST /agents')[0]?.body).toEqual({
    name: 'An',
    email: 'an@example.com',
    role: 'agent',
  });
  await userEvent.click(within(link).getByRole('button', { name: 'Close' }));
  expect(screen.queryByDisplayValue(passwordLink.link)).not.toBeInTheDocument();
});

test('what is missing is told before anything is sent, and what the server refuses stands above', async () => {
  server.on('POST /agents', () => ({
    status: 409,
    body: { title: 'E-mail in use', detail: 'There is an agent of that e-mail address already.' },
  }));
  show(<AgentsPage />);
  await invite('An', 'nonsense');
  expect(await screen.findByText('Enter a valid e-mail address.')).toBeVisible();
  expect(server.asked('POST /agents')).toHaveLength(0);
  await userEvent.type(screen.getByRole('textbox', { name: 'E-mail' }), '@example.com{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'There is an agent of that e-mail address already.',
  );
});

test('role and activity are changed in place', async () => {
  server
    .on('PATCH /agents/nam', () => ({ body: agent() }))
    .on('PATCH /agents/lan', () => ({ body: agent() }));
  show(<AgentsPage />);
  await userEvent.selectOptions(
    await screen.findByRole('combobox', { name: 'Role of Nam' }),
    'administrator',
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Deactivate Nam' })).toBeEnabled());
  await userEvent.click(screen.getByRole('button', { name: 'Deactivate Nam' }));
  await userEvent.click(screen.getByRole('button', { name: 'Activate Lan' }));
  await waitFor(() => expect(server.asked('PATCH /agents/lan')).toHaveLength(1));
  expect(server.asked('PATCH /agents/nam').map(({ body }) => body)).toEqual([
    { role: 'administrator' },
    { active: false },
  ]);
});

test('why the last administrator stays is said', async () => {
  server.on('PATCH /agents/mai', () => ({
    status: 409,
    body: { detail: 'Somebody must remain who administers.' },
  }));
  show(<AgentsPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'Deactivate Mai' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Somebody must remain who administers.');
});

test('a lost link is replaced by a new one', async () => {
  server.on('POST /agents/nam/password-link', () => ({ body: passwordLink }));
  show(<AgentsPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'New password link for Nam' }));
  expect(await screen.findByRole('region', { name: 'Link for Nam' })).toBeVisible();
});

test('an agent who is no administrator is told so', async () => {
  server.on('GET /me', () => ({ body: agent({ id: 'nam' }) }));
  show(<AgentsPage />);
  expect(await screen.findByText('Only administrators see this page.')).toBeVisible();
});
