import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { agent, definition } from '../../../test/samples';
import { attributeTypes } from '../api/attribute-definitions';
import type { AttributeDefinition } from '../api/types';
import { AttributesPage } from './attributes-page';

const town = definition({
  id: 'town-id',
  key: 'homeTown',
  name: 'Home town',
  type: 'text',
  options: [],
  pattern: '[A-Z].*',
  group: 'Address',
  sites: ['demo-id', 'gone-id'],
  visitorsMayWrite: true,
  privacy: 'personal',
  retentionDays: 30,
  requiredBeforeResolve: true,
});
let known: { contact: AttributeDefinition[]; conversation: AttributeDefinition[] };
let server: FakeServer;

const undeclared = { subject: 'contact', key: 'shoeSize', subjects: 1000, more: true, type: 'number' };

beforeEach(() => {
  notifications.clean();
  known = { contact: [definition(), town], conversation: [] };
  server = new FakeServer()
    .on('GET /me', () => ({ body: agent({ id: 'mai', name: 'Mai', role: 'administrator' }) }))
    .on('GET /sites', () => ({ body: { items: [{ id: 'demo-id', key: 'demo', name: 'Demo shop' }] } }))
    .on('GET /attribute-definitions', ({ search }) => ({
      body: { items: known[search.get('subject') as 'contact' | 'conversation'] },
    }))
    .on('GET /attribute-definitions/undeclared', () => ({ body: { items: [], next: null } }))
    .on('POST /attribute-definitions', ({ body }) => {
      const made = definition({ ...(body as AttributeDefinition), id: 'new-id', version: 1 });
      known[made.subject].push(made);
      return { status: 201, body: made };
    });
});

const row = (name: RegExp) => screen.findByRole('row', { name });
const form = (name = 'New attribute') => screen.findByRole('form', { name });
const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => userEvent.click(await button(name));
const type = async (name: string, text: string) => {
  const input = screen.getByLabelText(name);
  await userEvent.clear(input);
  await userEvent.type(input, text);
};
// The notices of other tests may stand still: a form that closes has saved.
const closed = () => waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
const choose = (name: string, option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name }), option);

test('each attribute is told under its group, in the order of the panel', async () => {
  show(<AttributesPage />);
  expect(await row(/^Plan/)).toHaveTextContent(
    /plan.*One of several options.*2 options.*All.*No.*Ordinary.*No limit.*No/,
  );
  expect(await row(/^Home town/)).toHaveTextContent(
    /homeTown.*Text.*with a pattern.*Demo shop.*1 that no longer exists.*Yes.*Personal.*30 days.*Yes/,
  );
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'Without a group',
    'Planplan',
    'Address',
    'Home townhomeTown',
  ]);
});

test('conversations have a tab of their own, and where there is none that is said', async () => {
  show(<AttributesPage />);
  await row(/^Plan/);
  await userEvent.click(screen.getByRole('tab', { name: 'Conversations' }));
  expect(await screen.findByText('No attributes yet')).toBeVisible();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

test('every type of the server is offered in plain words', async () => {
  show(<AttributesPage />);
  await press('New attribute');
  const offered = within(screen.getByRole('combobox', { name: 'Type' })).getAllByRole('option');
  expect(offered.map((option) => option.getAttribute('value'))).toEqual(attributeTypes);
  for (const option of offered) expect(option).not.toHaveTextContent('attributeSettings');
});

test('an attribute is made with what was written, and the keyboard is back at the button', async () => {
  show(<AttributesPage />);
  await press('New attribute');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  await type('Name', 'Gói dịch vụ');
  expect(screen.getByRole('textbox', { name: 'Key' })).toHaveValue('goiDichVu');
  await choose('Of', 'Conversations');
  await choose('Type', 'Some of several options');
  await type('Options', 'Một{Enter} Hai {Enter}');
  await type('Group', 'Sales');
  await choose('Privacy', 'Sensitive: health, belief, origin and the like');
  await type('Days to keep', '90');
  await userEvent.click(screen.getByRole('checkbox', { name: 'Visitors may write it' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Needed before a conversation is resolved' }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Demo shop' }));
  await press('Make attribute');
  expect(await row(/^Gói dịch vụ/)).toHaveTextContent('2 options');
  expect(screen.getByRole('tab', { name: 'Conversations' })).toHaveAttribute('aria-selected', 'true');
  expect(server.asked('POST /attribute-definitions')[0]?.body).toEqual({
    subject: 'conversation',
    name: 'Gói dịch vụ',
    key: 'goiDichVu',
    type: 'multiList',
    description: '',
    options: ['Một', 'Hai'],
    pattern: null,
    group: 'Sales',
    sites: ['demo-id'],
    visitorsMayWrite: true,
    requiredBeforeResolve: true,
    privacy: 'sensitive',
    retentionDays: 90,
  });
  expect(await screen.findByText('Gói dịch vụ is made')).toBeVisible();
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'New attribute' })).toHaveFocus();
});

test('a key written by hand no longer follows the name', async () => {
  show(<AttributesPage />);
  await press('New attribute');
  await type('Name', 'Home');
  await type('Key', 'city');
  await type('Name', 'Home town');
  expect(screen.getByRole('textbox', { name: 'Key' })).toHaveValue('city');
});

test('what is missing is told before anything is sent, and the keyboard goes there', async () => {
  show(<AttributesPage />);
  await press('New attribute');
  await choose('Type', 'One of several options');
  await type('Days to keep', '0');
  await press('Make attribute');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/Enter a name\./);
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  expect(screen.getByRole('textbox', { name: 'Key' })).toHaveAccessibleDescription(/small letter/);
  expect(screen.getByRole('textbox', { name: 'Options' })).toHaveAccessibleDescription(/at least one option/);
  expect(screen.getByRole('textbox', { name: 'Days to keep' })).toHaveAccessibleDescription(/whole number/);
  expect(server.asked('POST /attribute-definitions')).toHaveLength(0);
});

test('what the server has against a field stands at the field', async () => {
  server.on('POST /attribute-definitions', () => ({
    status: 422,
    body: { errors: [{ field: 'pattern', message: 'is no pattern of RE2: missing closing ]' }] },
  }));
  show(<AttributesPage />);
  await press('New attribute');
  await type('Name', 'Code');
  await type('Pattern', '[[');
  await press('Make attribute');
  const pattern = screen.getByRole('textbox', { name: 'Pattern' });
  await waitFor(() => expect(pattern).toHaveAccessibleDescription(/missing closing/));
  expect(pattern).toHaveFocus();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('a key that is in use is told at the key', async () => {
  server.on('POST /attribute-definitions', () => ({
    status: 409,
    body: { type: '/problems/attribute-key', detail: 'There is an attribute of that key already.' },
  }));
  show(<AttributesPage />);
  await press('New attribute');
  await type('Name', 'Plan');
  await press('Make attribute');
  const key = screen.getByRole('textbox', { name: 'Key' });
  await waitFor(() => expect(key).toHaveAccessibleDescription(/of that key already/));
});

test('what is about the whole stands above the buttons', async () => {
  server.on('POST /attribute-definitions', () => ({
    status: 409,
    body: { type: '/problems/too-many-attributes', detail: 'There are 200 already.' },
  }));
  show(<AttributesPage />);
  await press('New attribute');
  await type('Name', 'Plan');
  await press('Make attribute');
  expect(await screen.findByRole('alert')).toHaveTextContent('There are 200 already.');
});

test('what is changed is saved upon the version that was seen, and key and type are fixed', async () => {
  server.on('PATCH /attribute-definitions/town-id', () => ({
    body: { ...town, name: 'Birthplace', version: 8 },
  }));
  show(<AttributesPage />);
  await press('Edit Home town');
  await form('Change Home town');
  expect(screen.getByText(/^Key homeTown, type “Text”/)).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Key' })).not.toBeInTheDocument();
  expect(screen.queryByRole('combobox', { name: 'Type' })).not.toBeInTheDocument();
  await type('Name', 'Birthplace');
  await press('Save');
  expect(await screen.findByText('Birthplace is saved')).toBeVisible();
  const [asked] = server.asked('PATCH /attribute-definitions/town-id');
  expect(asked?.body).toEqual({ name: 'Birthplace' });
  expect(asked?.headers.get('If-Match')).toBe('"7"');
  expect(await button('Edit Home town')).toHaveFocus();
});

test('how many values would no longer fit is told before options are saved', async () => {
  server
    .on('POST /attribute-definitions/plan-id/check', () => ({ body: { misfits: 3, more: false } }))
    .on('PATCH /attribute-definitions/plan-id', () => ({
      body: definition({ options: ['Free'], version: 8 }),
    }));
  show(<AttributesPage />);
  await press('Edit Plan');
  await type('Options', 'Free');
  await press('Save');
  expect(await screen.findByRole('alert')).toHaveTextContent(/3 values of today would no longer fit/);
  expect(server.asked('POST /attribute-definitions/plan-id/check')[0]?.body).toEqual({ options: ['Free'] });
  expect(server.asked('PATCH /attribute-definitions/plan-id')).toHaveLength(0);
  await press('Save anyway');
  await closed();
  expect(server.asked('PATCH /attribute-definitions/plan-id')[0]?.body).toEqual({ options: ['Free'] });
});

test('other options are another question', async () => {
  let misfits = 3;
  server
    .on('POST /attribute-definitions/plan-id/check', () => ({ body: { misfits, more: misfits > 1 } }))
    .on('PATCH /attribute-definitions/plan-id', () => ({ body: definition({ version: 8 }) }));
  show(<AttributesPage />);
  await press('Edit Plan');
  await type('Options', 'Free');
  await press('Save');
  expect(await screen.findByRole('alert')).toHaveTextContent(/More than 3 values/);
  misfits = 0;
  await type('Options', 'Free{Enter}Paid{Enter}Gift');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await press('Save');
  await closed();
  expect(server.asked('POST /attribute-definitions/plan-id/check')).toHaveLength(2);
});

test('what narrows no value is saved without a question', async () => {
  server.on('PATCH /attribute-definitions/plan-id', () => ({
    body: definition({ group: 'Sales', version: 8 }),
  }));
  show(<AttributesPage />);
  await press('Edit Plan');
  await type('Group', 'Sales');
  await press('Save');
  await closed();
  expect(server.asked('POST /attribute-definitions/plan-id/check')).toHaveLength(0);
});

test('what somebody else changed meanwhile is told, and kept where it is not written over', async () => {
  server
    .on('PATCH /attribute-definitions/town-id', ({ headers }) =>
      headers.get('If-Match') === '"8"'
        ? { body: { ...town, name: 'Birthplace', group: 'Person', version: 9 } }
        : { status: 412, body: { title: 'Changed meanwhile' } },
    )
    .on('GET /attribute-definitions/town-id', () => ({ body: { ...town, group: 'Person', version: 8 } }));
  show(<AttributesPage />);
  await press('Edit Home town');
  await type('Name', 'Birthplace');
  await press('Save');
  expect(await screen.findByRole('alert')).toHaveTextContent(/somebody else changed this attribute/);
  await press('Save mine');
  await closed();
  expect(server.asked('PATCH /attribute-definitions/town-id').map(({ body }) => body)).toEqual([
    { name: 'Birthplace' },
    { name: 'Birthplace' },
  ]);
});

test('one can begin again with what somebody else made of it', async () => {
  server
    .on('PATCH /attribute-definitions/town-id', () => ({ status: 412, body: {} }))
    .on('GET /attribute-definitions/town-id', () => ({
      body: { ...town, name: 'Town of birth', version: 8 },
    }));
  show(<AttributesPage />);
  await press('Edit Home town');
  await type('Name', 'Birthplace');
  await press('Save');
  await press('Begin again with theirs');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Town of birth');
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('an attribute is deleted once that is confirmed, and the keyboard goes to the next', async () => {
  server.on('DELETE /attribute-definitions/plan-id', () => {
    known.contact = [town];
    return { status: 204 };
  });
  show(<AttributesPage />);
  await press('Delete Plan');
  await press('Keep');
  expect(server.asked('DELETE /attribute-definitions/plan-id')).toHaveLength(0);
  await press('Delete Plan');
  await press('Delete attribute');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Plan/ })).not.toBeInTheDocument());
  const [asked] = server.asked('DELETE /attribute-definitions/plan-id');
  expect(asked?.headers.get('If-Match')).toBe('"7"');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit Home town' })).toHaveFocus());
});

test('who still uses an attribute is told when it cannot be deleted', async () => {
  server.on('DELETE /attribute-definitions/plan-id', () => ({
    status: 409,
    body: { title: 'Attribute in use', detail: 'Used by rule “Paid first”.' },
  }));
  show(<AttributesPage />);
  await press('Delete Plan');
  await press('Delete attribute');
  expect(await screen.findByText('Used by rule “Paid first”.')).toBeVisible();
  expect(await row(/^Plan/)).toBeVisible();
});

test('a key that nobody has declared is declared with one button', async () => {
  server.on('GET /attribute-definitions/undeclared', ({ search }) => ({
    body: {
      items: search.get('after') ? [{ ...undeclared, key: 'size', more: false, subjects: 2 }] : [undeclared],
      next: search.get('after') ? null : 'shoeSize',
    },
  }));
  show(<AttributesPage />);
  expect(await row(/^shoeSize/)).toHaveTextContent(/more than 1,000.*Number/);
  await press('Show more');
  expect(await row(/^size/)).toHaveTextContent(/size2Number/);
  await press('Declare shoeSize');
  await form();
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Shoe size');
  expect(screen.getByRole('textbox', { name: 'Key' })).toHaveValue('shoeSize');
  expect(screen.getByRole('combobox', { name: 'Type' })).toHaveValue('number');
  expect(screen.getByRole('checkbox', { name: 'Visitors may write it' })).toBeChecked();
  await press('Make attribute');
  expect(await row(/^Shoe size/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'New attribute' })).toHaveFocus();
});

test('where every key is declared nothing is said of it', async () => {
  show(<AttributesPage />);
  await row(/^Plan/);
  await waitFor(() => expect(server.asked('GET /attribute-definitions/undeclared')).toHaveLength(1));
  expect(screen.queryByText('Not declared')).not.toBeInTheDocument();
});

test('an open form is not lost to another, and cancelling leads back', async () => {
  show(<AttributesPage />);
  await press('Edit Plan');
  expect(await button('Edit Home town')).toBeDisabled();
  expect(await button('Delete Plan')).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'New attribute' })).not.toBeInTheDocument();
  await press('Cancel');
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  expect(await button('Edit Plan')).toHaveFocus();
});

test('a list that could not be loaded is asked for once more', async () => {
  const asked = { broken: true };
  server.on('GET /attribute-definitions', () =>
    asked.broken ? { status: 500, body: {} } : { body: { items: known.contact } },
  );
  show(<AttributesPage />);
  expect(await screen.findByText('The attributes could not be loaded')).toBeVisible();
  asked.broken = false;
  await press('Try again');
  expect(await row(/^Plan/)).toBeVisible();
});

test('an agent who is no administrator is told so, and asks for nothing', async () => {
  server.on('GET /me', () => ({ body: agent({ id: 'nam' }) }));
  show(<AttributesPage />);
  expect(await screen.findByText('Only administrators see this page.')).toBeVisible();
  expect(server.asked('GET /attribute-definitions')).toHaveLength(0);
});
