import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { contact as aContact, panel } from '../../../test/samples';
import { panelQuery } from '../api/conversations';
import type { Contact } from '../api/types';
import { Claims } from './claims';

const claims: Contact['claims'] = [
  { field: 'email', value: 'lan@example.com', candidate: { id: 'lan', name: 'Lan' } },
];

let stored: Contact;
let judged: { verdict: string; candidate: unknown }[];

beforeEach(() => {
  judged = [];
  stored = aContact({ claims });
  const server = new FakeServer()
    .on('GET /conversations/c1/panel', () => ({ body: panel({ contact: stored }) }))
    .on('POST /contacts/nam/unmerge', () => {
      stored = aContact({ claims });
      return { body: { restored: 'nam' } };
    });
  for (const verdict of ['confirm', 'refuse']) {
    server.on(`POST /contacts/nam/claims/email/${verdict}`, ({ body }) => {
      judged.push({ verdict, candidate: (body as { candidate: unknown }).candidate });
      stored = aContact({ id: verdict === 'confirm' ? 'lan' : 'nam', claims: [] });
      return verdict === 'confirm' ? { body: { mergedInto: 'lan' } } : { status: 204 };
    });
  }
});

function Shown() {
  const { data } = useQuery(panelQuery('c1'));
  return data?.contact ? <Claims contact={data.contact.id} claims={data.contact.claims} /> : null;
}

const press = async (name: RegExp) => userEvent.click(await screen.findByRole('button', { name }));

test('says what confirming a claim will do before it is done', async () => {
  show(<Shown />);
  await press(/Same person/);
  expect(screen.getByRole('status')).toHaveTextContent('becomes part of Lan');
  expect(judged).toEqual([]);

  await press(/Make them one/);
  await waitFor(() => expect(screen.queryByText('Says to be Lan')).not.toBeInTheDocument());
  expect(judged).toEqual([{ verdict: 'confirm', candidate: 'lan' }]);
});

test('two that were made one are two again for whoever thinks better of it', async () => {
  show(<Shown />);
  await press(/Same person/);
  await press(/Make them one/);
  expect(await screen.findByText(/Now one with Lan/)).toBeVisible();
  await waitFor(() => expect(screen.queryByText('Says to be Lan')).not.toBeInTheDocument());
  await press(/Undo/);
  expect(await screen.findByText('Says to be Lan')).toBeVisible();
});

test('the focus goes to what will happen, and back to who thinks better of it', async () => {
  show(<Shown />);
  await press(/Somebody else/);
  expect(screen.getByRole('status')).toHaveFocus();
  await press(/Cancel/);
  expect(screen.getByRole('button', { name: /Somebody else/ })).toHaveFocus();
});

test('a claim that is refused goes', async () => {
  show(<Shown />);
  await press(/Somebody else/);
  expect(screen.getByRole('status')).toHaveTextContent('not suggested again for lan@example.com');
  await press(/Keep them apart/);
  await waitFor(() => expect(screen.queryByText('Says to be Lan')).not.toBeInTheDocument());
  expect(judged).toEqual([{ verdict: 'refuse', candidate: 'lan' }]);
});

test('nothing happens to who thinks better of it', async () => {
  show(<Shown />);
  await press(/Same person/);
  await press(/Cancel/);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Same person/ })).toBeVisible();
  expect(judged).toEqual([]);
});
