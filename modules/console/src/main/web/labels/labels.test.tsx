import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { show } from '../../../test/render';
import { label, message } from '../../../test/samples';
import { keys } from '../api/keys';
import type { AssignedLabel, Label } from '../api/types';
import { Labels } from './labels';

const subject = { kind: 'conversation', id: 'c1' } as const;
let server: FakeServer;

const catalogue = (id: string, name: string, changes: Partial<Label> = {}): Label => ({
  id,
  name,
  colour: '#336699',
  description: null,
  appliesTo: ['conversation'],
  archived: false,
  ...changes,
});

beforeEach(() => {
  server = new FakeServer()
    .on('GET /labels', () => ({
      body: {
        items: [
          catalogue('l1', 'refund request'),
          catalogue('l2', 'priority::high'),
          catalogue('l3', 'vip', { appliesTo: ['contact'] }),
          catalogue('l4', 'old', { archived: true }),
        ],
        next: null,
      },
    }))
    .on('PUT /conversations/c1/labels/l2', () => ({ status: 204 }))
    .on('DELETE /conversations/c1/labels/l1', () => ({ status: 204 }));
});

const byRule = label({
  setBy: { kind: 'rule', id: 'r1', name: 'Refunds', version: '1', revision: 12 },
  why: {
    sentence: 'when the message contains “refund” then add label refund request',
    facts: [
      { field: 'message.text', messageId: 'm7' },
      { field: 'conversation.attributes.reason', value: null },
      { field: 'conversation.labels', value: 'vip, priority::low' },
      { field: 'session.country', value: 'VN' },
    ],
    suppressed: [{ label: 'priority::low', ruleId: 'r2', reason: 'order' }],
  },
});

test('a rule’s label says which rule and revision, its sentence, and what it saw', async () => {
  const { queryClient } = show(<Labels subject={subject} labels={[byRule]} />);
  queryClient.setQueryData(keys.messages('c1'), {
    pages: [{ items: [message(7, { text: 'I want a refund' })] }],
    pageParams: [null],
  });
  await userEvent.click(screen.getByRole('button', { name: 'Why refund request?' }));
  const why = await screen.findByRole('dialog');
  expect(why).toHaveTextContent('Put on by the rule Refunds');
  expect(why).toHaveTextContent('revision 12');
  expect(why).toHaveTextContent('when the message contains “refund” then add label refund request');
  const facts = within(why)
    .getAllByRole('definition')
    .map((value) => value.textContent);
  const names = within(why)
    .getAllByRole('term')
    .map((name) => name.textContent);
  expect(names).toEqual(['Message', 'Conversation: reason', 'Conversation labels', 'Country']);
  expect(facts).toEqual(['I want a refund', 'nothing', 'vip, priority::low', 'Vietnam']);
  expect(within(why).getByText('priority::low: another rule comes first')).toBeInTheDocument();
});

test('a person’s label says who, and the keyboard comes back from there', async () => {
  show(<Labels subject={subject} labels={[label()]} />);
  const button = screen.getByRole('button', { name: 'Why refund request?' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('dialog')).toHaveTextContent('Added by Mai');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(button).toHaveFocus());
});

test('a name with markup stays text', async () => {
  const name = '<b>Mai</b> {{name}} $t(common.yes)';
  show(<Labels subject={subject} labels={[label({ setBy: { kind: 'agent', id: 'x', name } })]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Why refund request?' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent(`Added by ${name}`);
});

test('a label is taken off by keyboard', async () => {
  show(<Labels subject={subject} labels={[label()]} />);
  screen.getByRole('button', { name: 'Remove label refund request' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(server.asked('DELETE /conversations/c1/labels/l1')).toHaveLength(1));
});

test('when a label is gone the keyboard goes on to the next, at last to where one is added', async () => {
  const part = (...labels: AssignedLabel[]) => <Labels subject={subject} labels={labels} />;
  const vip = label({ id: 'l5', name: 'vip' });
  const { rerender } = show(part(label(), vip));
  screen.getByRole('button', { name: 'Remove label refund request' }).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(server.asked('DELETE /conversations/c1/labels/l1')).toHaveLength(1));
  rerender(part(vip));
  expect(screen.getByRole('button', { name: 'Why vip?' })).toHaveFocus();
  rerender(part());
  expect(screen.getByRole('button', { name: 'Add label' })).toHaveFocus();
});

test('the keyboard comes back to the button when a label was chosen', async () => {
  show(<Labels subject={subject} labels={[]} />);
  screen.getByRole('button', { name: 'Add label' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('option', { name: 'priority::high' });
  await userEvent.keyboard('high{ArrowDown}{Enter}');
  await waitFor(() => expect(server.asked('PUT /conversations/c1/labels/l2')).toHaveLength(1));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Add label' })).toHaveFocus());
});

test('the picker offers what fits and is not on yet', async () => {
  show(<Labels subject={subject} labels={[label()]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add label' }));
  await screen.findByRole('option', { name: 'priority::high' });
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await userEvent.click(screen.getByRole('option', { name: 'priority::high' }));
  await waitFor(() => expect(server.asked('PUT /conversations/c1/labels/l2')).toHaveLength(1));
});

test('a refusal is told', async () => {
  server.on('PUT /conversations/c1/labels/l2', () => ({
    status: 409,
    body: { title: 'Conflict', detail: 'This label was archived.' },
  }));
  show(<Labels subject={subject} labels={[]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add label' }));
  await userEvent.click(await screen.findByRole('option', { name: 'priority::high' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('This label was archived.');
});

test('a message that is not loaded here is still told of', async () => {
  show(<Labels subject={subject} labels={[byRule]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Why refund request?' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent('A message that is not loaded here');
});

test('what is searched in vain can be created, and is put on', async () => {
  server
    .on('POST /labels', ({ body }) => ({ status: 201, body: catalogue('l9', (body as Label).name) }))
    .on('PUT /conversations/c1/labels/l9', () => ({ status: 204 }));
  show(<Labels subject={subject} labels={[]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add label' }));
  await screen.findAllByRole('option');
  await userEvent.type(screen.getByPlaceholderText('Search labels'), 'brand new');
  await userEvent.click(screen.getByRole('option', { name: 'Create “brand new”' }));
  await waitFor(() => expect(server.asked('PUT /conversations/c1/labels/l9')).toHaveLength(1));
  expect(server.asked('POST /labels')[0]?.body).toMatchObject({
    name: 'brand new',
    appliesTo: ['conversation'],
  });
});

test('a name that exists already is not created again, whatever its case', async () => {
  show(<Labels subject={subject} labels={[]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add label' }));
  await screen.findAllByRole('option');
  await userEvent.type(screen.getByPlaceholderText('Search labels'), 'Refund Request');
  expect(screen.getAllByRole('option')).toHaveLength(1);
});
