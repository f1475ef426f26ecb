import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { agent, apiToken } from '../../../test/samples';
import { scopes } from '../api/tokens';
import { TokensPage } from './tokens-page';

const secret = 'rpt_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG';
let server: FakeServer;

beforeEach(() => {
  server = new FakeServer()
    .on('GET /me', () => ({ body: agent({ id: 'mai', name: 'Mai', role: 'administrator' }) }))
    .on('GET /tokens', () => ({
      body: {
        items: [
          apiToken({ lastUsedAt: new Date().toISOString() }),
          apiToken({ id: 'crm', name: 'CRM', state: 'revoked', expiresAt: null }),
        ],
      },
    }))
    .on('POST /tokens', () => ({
      status: 201,
      body: { token: apiToken({ id: 'new', name: 'Robot' }), secret },
    }));
});

const row = (name: RegExp) => screen.findByRole('row', { name });
const form = () => screen.findByRole('form', { name: 'Make an API token' });
const make = async () => userEvent.click(within(await form()).getByRole('button', { name: 'Make token' }));

test('every token is told with what it may, how long, and whether it is used', async () => {
  show(<TokensPage />);
  expect(await row(/^Shop/)).toHaveTextContent(/contacts:read.*Mai.*Jan 31, 2027.*now.*Active/);
  expect(await row(/^CRM/)).toHaveTextContent(/Never.*Never.*Revoked/);
  expect(screen.queryByRole('button', { name: 'Revoke CRM' })).not.toBeInTheDocument();
});

test('every scope of the server is offered, with what it means', async () => {
  show(<TokensPage />);
  const offered = within(await form()).getAllByRole('checkbox');
  expect(offered.map((box) => box.getAttribute('value'))).toEqual(scopes);
  for (const box of offered) expect(box).toHaveAccessibleDescription(/\w/);
});

test('a token is made with what was chosen, and its secret shown until it is put away', async () => {
  const copied = vi.fn().mockResolvedValue(undefined);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: copied }, configurable: true });
  show(<TokensPage />);
  await userEvent.type(within(await form()).getByRole('textbox', { name: 'Name' }), ' Robot ');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Write messages' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Read contacts' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Expires' }), 'Never');
  await make();
  const shown = await screen.findByRole('region', { name: 'Token Robot' });
  expect(within(shown).getByRole('textbox', { name: 'Secret' })).toHaveValue(secret);
  await userEvent.click(within(shown).getByRole('button', { name: 'Copy token' }));
  expect(copied).toHaveBeenCalledExactlyOnceWith(secret);
  expect(server.asked('POST /tokens')[0]?.body).toEqual({
    name: 'Robot',
    scopes: ['contacts:read', 'messages:write'],
    neverExpires: true,
  });
  expect(server.asked('GET /tokens')).toHaveLength(2);
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('');
  await userEvent.click(within(shown).getByRole('button', { name: 'Close' }));
  expect(screen.queryByDisplayValue(secret)).not.toBeInTheDocument();
});

test('a token lasts a year unless something else is chosen', async () => {
  show(<TokensPage />);
  await userEvent.type(within(await form()).getByRole('textbox', { name: 'Name' }), 'Robot');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Read contacts' }));
  await make();
  await screen.findByRole('region', { name: 'Token Robot' });
  const [asked] = server.asked('POST /tokens').map(({ body }) => body as { expiresAt: string });
  expect((Date.parse(asked?.expiresAt ?? '') - Date.now()) / 86_400_000).toBeCloseTo(365, 1);
});

test('a chosen day counts to its end', async () => {
  show(<TokensPage />);
  await userEvent.type(within(await form()).getByRole('textbox', { name: 'Name' }), 'Robot');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Read contacts' }));
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Expires' }), 'On a date…');
  await make();
  expect(await screen.findByText('Choose a day from today on.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Last day'), '2099-12-31');
  await make();
  await screen.findByRole('region', { name: 'Token Robot' });
  expect(server.asked('POST /tokens').map(({ body }) => body)).toEqual([
    expect.objectContaining({ expiresAt: new Date(2100, 0, 1).toISOString() }),
  ]);
});

test('what is missing is told before anything is sent, and what the server refuses stands above', async () => {
  server.on('POST /tokens', () => ({
    status: 409,
    body: { title: 'Name in use', detail: 'There is a token of that name already.' },
  }));
  show(<TokensPage />);
  await form();
  await make();
  expect(await screen.findByText('Enter a name.')).toBeVisible();
  expect(screen.getByText('Allow at least one thing.')).toBeVisible();
  expect(server.asked('POST /tokens')).toHaveLength(0);
  await userEvent.click(screen.getByRole('checkbox', { name: 'Read contacts' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Shop{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('There is a token of that name already.');
});

test('a token is revoked once that is confirmed', async () => {
  server.on('DELETE /tokens/shop', () => ({ status: 204 }));
  show(<TokensPage />);
  const revoke = await screen.findByRole('button', { name: 'Revoke Shop' });
  await userEvent.click(revoke);
  await userEvent.click(await screen.findByRole('button', { name: 'Keep' }));
  expect(server.asked('DELETE /tokens/shop')).toHaveLength(0);
  await userEvent.click(revoke);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke for good' }));
  await waitFor(() => expect(server.asked('GET /tokens')).toHaveLength(2));
  expect(server.asked('DELETE /tokens/shop')).toHaveLength(1);
});

test('why a token could not be revoked is said', async () => {
  server.on('DELETE /tokens/shop', () => ({ status: 404, body: { detail: 'There is no such token.' } }));
  show(<TokensPage />);
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke Shop' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Revoke for good' }));
  expect(await screen.findByText('There is no such token.')).toBeVisible();
});

test('where there is none yet, what they are for is said', async () => {
  server.on('GET /tokens', () => ({ body: { items: [] } }));
  show(<TokensPage />);
  expect(await screen.findByText('No API tokens yet')).toBeVisible();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('an agent who is no administrator is told so, and asks for nothing', async () => {
  server.on('GET /me', () => ({ body: agent({ id: 'nam' }) }));
  show(<TokensPage />);
  expect(await screen.findByText('Only administrators see this page.')).toBeVisible();
  expect(server.asked('GET /tokens')).toHaveLength(0);
});
