import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { attribute } from '../../../test/samples';
import type { Attribute } from '../api/types';
import { Attributes } from './attributes';
import { parsedValue } from './draft';

const subject = { kind: 'contact', id: 'nam' } as const;
const change = 'PATCH /contacts/nam/attributes';
let server: FakeServer;

const definition = (key: string, name: string, type: string, options: string[] = []) => ({
  id: key,
  subject: 'contact',
  key,
  name,
  description: null,
  type,
  options,
  group: null,
  visitorsMayWrite: false,
});

beforeEach(() => {
  server = new FakeServer()
    .on('GET /attribute-definitions', () => ({
      body: {
        items: [
          definition('hometown', 'Home town', 'text'),
          definition('plan', 'Plan', 'list', ['Free', 'Pro']),
          definition('age', 'Age', 'number'),
        ],
        next: null,
      },
    }))
    .on(change, ({ body }) => ({ body: { saved: Object.keys(body as object), refused: [] } }));
});

const showAll = (...attributes: Attribute[]) =>
  show(<Attributes subject={subject} title="Contact attributes" attributes={attributes} />);

test('a value shows where it comes from, who set it and when', () => {
  showAll(
    attribute({
      source: 'plugin',
      setBy: { kind: 'plugin', id: 'crm', name: 'CRM lookup', version: '2' },
      estimated: true,
      pinned: true,
    }),
  );
  const row = screen.getByRole('listitem');
  expect(row).toHaveTextContent('Plugin');
  expect(row).toHaveTextContent('CRM lookup');
  expect(row).toHaveTextContent('estimated');
  expect(within(row).getByRole('img', { name: 'Pinned' })).toBeInTheDocument();
  expect(row.querySelector('time')).toHaveAttribute('dateTime', '2026-01-31T09:00:00Z');
});

test('text is written in place', async () => {
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: 'Edit Home town: Hue' }));
  const input = screen.getByRole('textbox', { name: 'Home town' });
  await userEvent.clear(input);
  await userEvent.type(input, 'Đà Nẵng{Enter}');
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ hometown: 'Đà Nẵng' }));
});

test('a refused value stays in the input, with the reason', async () => {
  server.on(change, () => ({
    body: { saved: [], refused: [{ field: 'hometown', message: 'At most 10 kB.' }] },
  }));
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: /Edit Home town/ }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Home town' }), '!{Enter}');
  await screen.findByText('At most 10 kB.');
  expect(screen.getByRole('textbox', { name: 'Home town' })).toHaveValue('Hue!');
});

test('an unchanged value is not sent', async () => {
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: /Edit Home town/ }));
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: /Edit Home town/ })).toHaveFocus();
  expect(server.asked(change)).toHaveLength(0);
});

test('an option is saved as it is chosen', async () => {
  showAll(attribute({ key: 'plan', name: 'Plan', type: 'list', value: 'Free' }));
  await userEvent.click(screen.getByRole('button', { name: /Edit Plan/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Pro', hidden: true }));
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ plan: 'Pro' }));
});

test('a boolean is sent as one', async () => {
  showAll(attribute({ key: 'news', name: 'Newsletter', type: 'boolean', value: false }));
  await userEvent.click(screen.getByRole('button', { name: 'Edit Newsletter: No' }));
  await userEvent.click(screen.getByText('Yes'));
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ news: true }));
});

test('a boolean is changed by keyboard, which then stands where it began', async () => {
  showAll(attribute({ key: 'news', name: 'Newsletter', type: 'boolean', value: false }));
  const button = () => screen.getByRole('button', { name: 'Edit Newsletter: No' });
  button().focus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('radio', { name: 'No' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  expect(button()).toHaveFocus();
  await userEvent.keyboard('{Enter}{ArrowLeft}');
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ news: true }));
  await waitFor(() => expect(button()).toHaveFocus());
});

test('an attribute is added from the definitions that have no value yet', async () => {
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: 'Add attribute' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Age' }));
  expect(screen.queryByRole('option', { name: 'Home town' })).not.toBeInTheDocument();
  await userEvent.type(screen.getByRole('textbox', { name: 'Age' }), 'old{Enter}');
  await screen.findByText('Enter a number.');
  await userEvent.clear(screen.getByRole('textbox', { name: 'Age' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Age' }), '34{Enter}');
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ age: 34 }));
});

test('the keyboard goes to the attribute that was added, and back to where one is chosen when none was', async () => {
  const held = [attribute()];
  const part = () => <Attributes subject={subject} title="Contact attributes" attributes={[...held]} />;
  const { rerender } = show(part());
  const choose = async () => {
    screen.getByRole('button', { name: 'Add attribute' }).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('option', { name: 'Age' });
    await userEvent.keyboard('Age{ArrowDown}{Enter}');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Age' })).toHaveFocus());
  };
  await choose();
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Add attribute' })).toHaveFocus();

  await choose();
  held.push(attribute({ key: 'age', name: 'Age', type: 'number', value: 34 }));
  rerender(part());
  await userEvent.keyboard('34{Enter}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Edit Age: 34' })).toHaveFocus());
});

test('Escape leaves the search and an editor to where they were opened', async () => {
  showAll(attribute());
  screen.getByRole('button', { name: 'Add attribute' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByPlaceholderText('Search attributes')).toHaveFocus());
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add attribute' })).toHaveFocus());
  screen.getByRole('button', { name: 'Edit Home town: Hue' }).focus();
  await userEvent.keyboard('{Enter}oops{Escape}');
  expect(screen.getByRole('button', { name: 'Edit Home town: Hue' })).toHaveFocus();
});

test('when a value is removed the keyboard goes on to the next, at last to where one is added', async () => {
  const all = [attribute(), attribute({ key: 'age', name: 'Age', type: 'number', value: 34 })];
  const part = (attributes: Attribute[]) => (
    <Attributes subject={subject} title="Contact attributes" attributes={attributes} />
  );
  const { rerender } = show(part(all));
  screen.getByRole('button', { name: 'Remove Home town' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(server.asked(change)).toHaveLength(1));
  rerender(part(all.slice(1)));
  expect(screen.getByRole('button', { name: 'Edit Age: 34' })).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Remove Age' })).toHaveFocus();
  rerender(part([]));
  expect(screen.getByRole('button', { name: 'Add attribute' })).toHaveFocus();
});

test('what goes away takes the keyboard from nobody who went on elsewhere', async () => {
  const part = (attributes: Attribute[]) => (
    <>
      <Attributes subject={subject} title="Contact attributes" attributes={attributes} />
      <input aria-label="elsewhere" />
    </>
  );
  const { rerender } = show(part([attribute()]));
  screen.getByRole('button', { name: 'Remove Home town' }).focus();
  screen.getByRole('textbox', { name: 'elsewhere' }).focus();
  rerender(part([]));
  expect(screen.getByRole('textbox', { name: 'elsewhere' })).toHaveFocus();
});

test('a value is removed', async () => {
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: 'Remove Home town' }));
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ hometown: null }));
});

test.each([
  ['9007199254740993', '9,007,199,254,740,993', '9007199254740994'],
  ['0.1234567890123456789', '0.1234567890123456789', '0.1234567890123456784'],
])('the number %s keeps every digit', async (value, shown, next) => {
  showAll(attribute({ key: 'serial', name: 'Serial', type: 'number', value }));
  await userEvent.click(screen.getByRole('button', { name: `Edit Serial: ${shown}` }));
  expect(screen.getByRole('textbox', { name: 'Serial' })).toHaveValue(value);
  await userEvent.keyboard('{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: `Edit Serial: ${shown}` }));
  await userEvent.clear(screen.getByRole('textbox', { name: 'Serial' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Serial' }), `${next}{Enter}`);
  await waitFor(() => expect(server.asked(change).map(({ body }) => body)).toEqual([{ serial: next }]));
});

test.each([
  ['12', 12],
  ['-1,5', -1.5],
  ['1.5', 1.5],
  ['1,234.5', undefined],
  ['ten', undefined],
  [' ', null],
])('the number “%s”', (draft, value) => {
  expect(parsedValue('number', draft)).toBe(value);
});
