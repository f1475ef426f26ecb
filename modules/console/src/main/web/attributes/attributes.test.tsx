import { notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { attribute, kept, mai, story } from '../../../test/samples';
import type { Attribute, AttributeValue } from '../api/types';
import { Attributes } from './attributes';
import { parsedValue } from './draft';

const subject = { kind: 'contact', id: 'nam' } as const;
const change = (key: string) => `PUT /contacts/nam/attributes/${key}` as const;
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
  notifications.clean();
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
    .on(change('hometown'), ({ body }) => ({ body: saved((body as { value: string | null }).value) }))
    .on(change('plan'), () => ({ body: story() }))
    .on(change('age'), () => ({ body: story() }))
    .on(change('news'), () => ({ body: story() }))
    .on(change('serial'), () => ({ body: story() }));
});

const showAll = (...attributes: Attribute[]) =>
  show(
    <Attributes
      subject={subject}
      title="Contact attributes"
      attributes={attributes}
      pending={[]}
      site="shop"
    />,
  );

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

test('what a provider may still bring is not taken for empty', () => {
  show(
    <Attributes
      subject={subject}
      title="Contact attributes"
      attributes={[]}
      pending={[{ key: 'plan', name: 'Plan' }]}
      site="shop"
    />,
  );
  expect(screen.getByRole('listitem')).toHaveTextContent('PlanLooking up…');
  expect(screen.queryByText('No attributes')).not.toBeInTheDocument();
});

test('an attribute that is looked up can be written meanwhile', async () => {
  show(
    <Attributes
      subject={subject}
      title="Contact attributes"
      attributes={[]}
      pending={[{ key: 'hometown', name: 'Home town' }]}
      site="shop"
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Add attribute' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Home town' }));
  expect(screen.getByRole('listitem')).toContainElement(screen.getByRole('textbox', { name: 'Home town' }));
  expect(screen.queryByText('Looking up…')).not.toBeInTheDocument();
});

test('what a program wrote says so, by the name of its token', () => {
  showAll(attribute({ source: 'api', setBy: { kind: 'token', id: 't1', name: 'Shop', version: null } }));
  expect(screen.getByRole('listitem')).toHaveTextContent(/API.*Shop/);
});

test('text is written in place', async () => {
  showAll(attribute());
  await userEvent.click(screen.getByRole('button', { name: 'Edit Home town: Hue' }));
  const input = screen.getByRole('textbox', { name: 'Home town' });
  await userEvent.clear(input);
  await userEvent.type(input, 'Đà Nẵng{Enter}');
  await waitFor(() => expect(server.asked(change('hometown'))[0]?.body).toEqual({ value: 'Đà Nẵng' }));
});

test('a refused value stays in the input, with the reason', async () => {
  server.on(change('hometown'), () => ({
    status: 422,
    body: { title: 'Invalid', errors: [{ field: 'value', message: 'At most 10 kB.' }] },
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
  expect(server.asked(change('hometown'))).toHaveLength(0);
});

test('an option is saved as it is chosen', async () => {
  showAll(attribute({ key: 'plan', name: 'Plan', type: 'list', value: 'Free' }));
  await userEvent.click(screen.getByRole('button', { name: /Edit Plan/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Pro', hidden: true }));
  await waitFor(() => expect(server.asked(change('plan'))[0]?.body).toEqual({ value: 'Pro' }));
});

test('a boolean is sent as one', async () => {
  showAll(attribute({ key: 'news', name: 'Newsletter', type: 'boolean', value: false }));
  await userEvent.click(screen.getByRole('button', { name: 'Edit Newsletter: No' }));
  await userEvent.click(screen.getByText('Yes'));
  await waitFor(() => expect(server.asked(change('news'))[0]?.body).toEqual({ value: true }));
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
  await waitFor(() => expect(server.asked(change('news'))[0]?.body).toEqual({ value: true }));
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
  await waitFor(() => expect(server.asked(change('age'))[0]?.body).toEqual({ value: 34 }));
});

test('the keyboard goes to the attribute that was added, and back to where one is chosen when none was', async () => {
  const held = [attribute()];
  const part = () => (
    <Attributes
      subject={subject}
      title="Contact attributes"
      attributes={[...held]}
      pending={[]}
      site="shop"
    />
  );
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
    <Attributes
      subject={subject}
      title="Contact attributes"
      attributes={attributes}
      pending={[]}
      site="shop"
    />
  );
  const { rerender } = show(part(all));
  screen.getByRole('button', { name: 'Remove Home town' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(server.asked(change('hometown'))).toHaveLength(1));
  rerender(part(all.slice(1)));
  expect(screen.getByRole('button', { name: 'Edit Age: 34' })).toHaveFocus();
  await userEvent.tab();
  expect(screen.getByRole('button', { name: 'Remove Age' })).toHaveFocus();
  rerender(part([]));
  expect(screen.getByRole('button', { name: 'Add attribute' })).toHaveFocus();
});

test('when other sources keep a row that was emptied, the keyboard stays in it', async () => {
  const part = (value: string | null) => (
    <Attributes
      subject={subject}
      title="Contact attributes"
      attributes={[attribute({ value })]}
      pending={[]}
      site="shop"
    />
  );
  const { rerender } = show(part('Hue'));
  screen.getByRole('button', { name: 'Remove Home town' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('button', { name: 'Undo' });
  rerender(part(null));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add Home town' })).toHaveFocus());
});

test('what goes away takes the keyboard from nobody who went on elsewhere', async () => {
  const part = (attributes: Attribute[]) => (
    <>
      <Attributes
        subject={subject}
        title="Contact attributes"
        attributes={attributes}
        pending={[]}
        site="shop"
      />
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
  await waitFor(() => expect(server.asked(change('hometown'))[0]?.body).toEqual({ value: null }));
});

const agents = (value: AttributeValue | null) =>
  kept({ source: 'agent', sourceId: 'agents', value, shown: true, setBy: { kind: 'agent', ...mai } });
/** The server's answer to an agent's edit. */
const saved = (value: AttributeValue | null) => story({ version: 'v2', values: [agents(value), kept()] });
const about = (key: string) => `GET /contacts/nam/attributes/${key}` as const;

async function writeTown(town: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: /Edit Home town/ }));
  const input = screen.getByRole('textbox', { name: 'Home town' });
  await userEvent.clear(input);
  await userEvent.type(input, `${town}{Enter}`);
}

test('a change names the version that was seen, and none where there was no value', async () => {
  showAll(attribute());
  await writeTown('Vinh');
  await waitFor(() => expect(server.asked(change('hometown'))[0]?.headers.get('If-Match')).toBe('"v1"'));
  await userEvent.click(screen.getByRole('button', { name: 'Add attribute' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Age' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Age' }), '34{Enter}');
  await waitFor(() => expect(server.asked(change('age'))[0]?.headers.get('If-None-Match')).toBe('*'));
});

test('what somebody else wrote meanwhile is shown, and one’s own can be saved over it', async () => {
  server
    .on(change('hometown'), ({ headers }) =>
      headers.get('If-Match') === '"v2"' ? { body: story() } : { status: 412 },
    )
    .on(about('hometown'), () => ({ body: story({ version: 'v2', values: [agents('Theirs')] }) }));
  showAll(attribute());
  await writeTown('Mine');
  expect(await screen.findByRole('alert')).toHaveTextContent('somebody changed this to “Theirs”');
  await userEvent.click(screen.getByRole('button', { name: 'Save mine' }));
  await waitFor(() => expect(server.asked(change('hometown'))).toHaveLength(2));
  expect(server.asked(change('hometown'))[1]?.body).toEqual({ value: 'Mine' });
  await waitFor(() => expect(screen.queryByRole('textbox')).not.toBeInTheDocument());
});

test('… or theirs kept', async () => {
  server
    .on(change('hometown'), () => ({ status: 412 }))
    .on(about('hometown'), () => ({ body: story({ version: 'v2', values: [agents('Theirs')] }) }));
  showAll(attribute());
  await writeTown('Mine');
  await userEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }));
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  expect(server.asked(change('hometown'))).toHaveLength(1);
});

test('the same value said anew meanwhile is no conflict', async () => {
  server
    .on(change('hometown'), ({ headers }) =>
      headers.get('If-Match') === '"v2"' ? { body: story() } : { status: 412 },
    )
    .on(about('hometown'), () => ({ body: story({ version: 'v2' }) }));
  showAll(attribute());
  await writeTown('Mine');
  await waitFor(() => expect(server.asked(change('hometown'))).toHaveLength(2));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

const release = 'POST /contacts/nam/attributes/hometown/release';
const pin = 'POST /contacts/nam/attributes/hometown/pin';

test('an edit of what a form said is undone by letting the form speak again', async () => {
  server
    .on(about('hometown'), () => ({ body: story({ version: 'v2', values: [agents('Vinh'), kept()] }) }))
    .on(release, () => ({ body: story() }));
  showAll(attribute());
  await writeTown('Vinh');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(server.asked(release)[0]?.headers.get('If-Match')).toBe('"v2"'));
});

test('an edit is undone whatever the server made of what was written', async () => {
  const tidy = { amount: '12.50', currency: 'EUR' };
  const one = attribute({ type: 'currency', value: { amount: '9.00', currency: 'EUR' } });
  server
    .on(change('hometown'), () => ({ body: saved(tidy) }))
    .on(about('hometown'), () => ({ body: saved({ ...tidy }) }))
    .on(release, () => ({ body: story() }));
  showAll(one);
  await userEvent.click(screen.getByRole('button', { name: 'Edit Home town: EUR 9.00' }));
  const input = screen.getByRole('textbox', { name: 'Home town' });
  await userEvent.clear(input);
  await userEvent.type(input, 'eur 12.5{Enter}');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(server.asked(release)[0]?.headers.get('If-Match')).toBe('"v2"'));
});

test('money that is the same to the last member is not sent, and no conflict', async () => {
  const money = { amount: '9.00', currency: 'EUR' };
  server
    .on(change('hometown'), ({ headers }) =>
      headers.get('If-Match') === '"v2"' ? { body: saved(money) } : { status: 412 },
    )
    .on(about('hometown'), () => ({ body: saved({ ...money }) }));
  showAll(attribute({ type: 'currency', value: money }));
  await userEvent.click(screen.getByRole('button', { name: 'Edit Home town: EUR 9.00' }));
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: /Edit Home town/ })).toHaveFocus();
  expect(server.asked(change('hometown'))).toHaveLength(0);
  await userEvent.click(screen.getByRole('button', { name: /Edit Home town/ }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Home town' }), '1{Enter}');
  await waitFor(() => expect(server.asked(change('hometown'))).toHaveLength(2));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('an edit of what an agent wrote is undone by writing that again', async () => {
  server.on(about('hometown'), () => ({ body: story({ version: 'v2', values: [agents('Vinh')] }) }));
  showAll(attribute({ source: 'agent', sourceId: 'agents' }));
  await writeTown('Vinh');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(server.asked(change('hometown'))[1]?.body).toEqual({ value: 'Hue' }));
});

test('an edit of what was pinned is undone by pinning that again', async () => {
  server
    .on(about('hometown'), () => ({ body: story({ version: 'v2', values: [agents('Vinh'), kept()] }) }))
    .on(pin, () => ({ body: story() }));
  showAll(attribute({ pinned: true }));
  await writeTown('Vinh');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(server.asked(pin)[0]?.body).toEqual({ source: 'form', sourceId: 'demo' }));
});

test('nothing is undone once somebody has changed it again', async () => {
  server.on(about('hometown'), () => ({
    body: story({ version: 'v3', values: [agents('Theirs'), kept()] }),
  }));
  showAll(attribute());
  await writeTown('Vinh');
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Somebody has changed it since.');
  expect(server.asked(release)).toHaveLength(0);
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
  await waitFor(() =>
    expect(server.asked(change('serial')).map(({ body }) => body)).toEqual([{ value: next }]),
  );
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
