import { useQuery } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { contact as aContact, panel } from '../../../test/samples';
import { panelQuery } from '../api/conversations';
import type { Contact } from '../api/types';
import { ContactField } from './contact-field';

const change = 'PATCH /contacts/nam';
let server: FakeServer;
let stored: Contact;

// The server's contact: refuses what was written on another version.
beforeEach(() => {
  stored = aContact();
  server = new FakeServer()
    .on('GET /conversations/c1/panel', () => ({ body: panel({ contact: stored }) }))
    .on(change, ({ headers, body }) => {
      if (headers.get('If-Match') !== `"${stored.version}"`) return { status: 412 };
      stored = { ...stored, ...(body as Partial<Contact>), version: stored.version + 1 };
      return { body: stored };
    });
});

function Fields() {
  const { data } = useQuery(panelQuery('c1'));
  const contact = data?.contact;
  if (!contact) return null;
  return (['name', 'email'] as const).map((field) => (
    <ContactField key={field} conversation="c1" contact={contact} field={field} />
  ));
}

async function write(field: string, text: string): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: new RegExp(`Edit ${field}`) }));
  const input = screen.getByRole('textbox', { name: field });
  await userEvent.clear(input);
  await userEvent.type(input, text);
}

const somebodyElseChanges = (changes: Partial<Contact>) => {
  stored = { ...stored, ...changes, version: stored.version + 1 };
};

test('Enter saves on the version that was seen, and the keyboard stays at the field', async () => {
  show(<Fields />);
  await write('Name', 'Nam Trần{Enter}');
  const button = await screen.findByRole('button', { name: 'Edit Name: Nam Trần' });
  expect(button).toHaveFocus();
  expect(server.asked(change)[0]?.body).toEqual({ name: 'Nam Trần' });
  expect(server.asked(change)[0]?.headers.get('If-Match')).toBe('"3"');
});

test('Escape changes nothing', async () => {
  show(<Fields />);
  await write('Name', 'Oops{Escape}');
  expect(screen.getByRole('button', { name: 'Edit Name: Nam' })).toHaveFocus();
  expect(server.asked(change)).toHaveLength(0);
});

test('an emptied field is removed', async () => {
  show(<Fields />);
  await write('E-mail', '{Enter}');
  await screen.findByRole('button', { name: 'Add E-mail' });
  expect(server.asked(change)[0]?.body).toEqual({ email: null });
});

test('what the server has against the value stands at the field', async () => {
  server.on(change, () => ({
    status: 422,
    body: { title: 'Invalid', errors: [{ field: 'email', message: 'This is not an e-mail address.' }] },
  }));
  show(<Fields />);
  await write('E-mail', 'nonsense{Enter}');
  await screen.findByText('This is not an e-mail address.');
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toBeInvalid();
  expect(screen.getByRole('textbox', { name: 'E-mail' })).toHaveValue('nonsense');
});

test('a change of another field meanwhile is no conflict', async () => {
  show(<Fields />);
  await write('Name', 'Nam Trần');
  somebodyElseChanges({ email: 'new@example.com' });
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Edit Name: Nam Trần' });
  expect(stored).toMatchObject({ name: 'Nam Trần', email: 'new@example.com' });
});

test('a change of this field meanwhile is shown, and one’s own can be saved over it', async () => {
  show(<Fields />);
  await write('Name', 'Mine');
  somebodyElseChanges({ name: 'Theirs' });
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('somebody changed this to “Theirs”');
  expect(stored.name).toBe('Theirs');
  await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
  await screen.findByRole('button', { name: 'Edit Name: Mine' });
  expect(stored.name).toBe('Mine');
});

test('… or theirs kept', async () => {
  show(<Fields />);
  await write('Name', 'Mine');
  somebodyElseChanges({ name: 'Theirs' });
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }));
  await screen.findByRole('button', { name: 'Edit Name: Theirs' });
  expect(stored.name).toBe('Theirs');
});

test('a live update while writing neither takes the words away nor hides the conflict', async () => {
  const { queryClient } = show(<Fields />);
  await write('Name', 'Mine');
  somebodyElseChanges({ name: 'Theirs' });
  await queryClient.invalidateQueries({ queryKey: panelQuery('c1').queryKey });
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Mine');
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('alert');
  await waitFor(() => expect(stored.name).toBe('Theirs'));
});

test('when both wrote the same there is nothing to decide', async () => {
  show(<Fields />);
  await write('Name', 'Same');
  somebodyElseChanges({ name: 'Same' });
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Edit Name: Same' });
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
