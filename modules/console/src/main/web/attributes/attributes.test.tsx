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

const definition = (
  key: string,
  name: string,
  type: string,
  options: string[] = [],
  sites: string[] = [],
) => ({
  id: key,
  subject: 'contact',
  key,
  name,
  description: null,
  type,
  options,
  group: null,
  visitorsMayWrite: false,
  sites,
});

beforeEach(() => {
  server = new FakeServer()
    .on('GET /attribute-definitions', () => ({
      body: {
        items: [
          definition('hometown', 'Home town', 'text'),
          definition('plan', 'Plan', 'list', ['Free', 'Pro']),
          definition('age', 'Age', 'number'),
          definition('size', 'Size', 'text', [], ['shop']),
          definition('room', 'Room', 'text', [], ['hotel']),
        ],
        next: null,
      },
    }))
    .on(change, ({ body }) => ({ body: { saved: Object.keys(body as object), refused: [] } }));
});

const showAll = (...attributes: Attribute[]) =>
  show(<Attributes subject={subject} title="Contact attributes" attributes={attributes} site="shop" />);

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

test('a value is removed', async () => {
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: 'Remove Home town' }));
  await waitFor(() => expect(server.asked(change)[0]?.body).toEqual({ hometown: null }));
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

test('money and several options are shown as people write them', () => {
  showAll(
    attribute({ key: 'total', type: 'currency', value: { amount: '12.50', currency: 'EUR' } }),
    attribute({ key: 'likes', type: 'multiList', value: ['Tea', 'Coffee'] }),
  );
  expect(screen.getByText('EUR 12.50')).toBeInTheDocument();
  expect(screen.getByText('Tea, Coffee')).toBeInTheDocument();
});

test('only what applies at the site is offered', async () => {
  showAll();
  await userEvent.click(screen.getByRole('button', { name: 'Add attribute' }));
  expect(await screen.findByRole('option', { name: 'Size' })).toBeInTheDocument();
  expect(screen.queryByRole('option', { name: 'Room' })).not.toBeInTheDocument();
});
