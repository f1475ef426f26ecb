import { expect, test } from 'vitest';
import { fromMai, mai, message } from '../../../test/samples';
import type { Outgoing } from './sending';
import { unreceived } from './unreceived';

const sending = (text: string, changes: Partial<Outgoing> = {}): Outgoing => ({
  conversation: 'c1',
  idempotencyKey: `key of ${text}`,
  text,
  private: false,
  writtenAfter: 5,
  status: 'pending',
  error: null,
  receivedAs: null,
  ...changes,
});

test('a message on its way is shown until the server has it', () => {
  const hello = sending('Hello');
  expect(unreceived([hello], [message(5)], mai.id)).toEqual([hello]);
  expect(unreceived([{ ...hello, receivedAs: 'm6' }], [fromMai(6, 'Hello')], mai.id)).toEqual([]);
});

test('the live channel may be faster than the answer to the sending', () => {
  expect(unreceived([sending('Hello')], [fromMai(6, 'Hello')], mai.id)).toEqual([]);
});

test('the same words written twice are two messages', () => {
  const twice = [sending('Hello', { idempotencyKey: '1' }), sending('Hello', { idempotencyKey: '2' })];
  expect(unreceived(twice, [fromMai(6, 'Hello')], mai.id)).toHaveLength(1);
  expect(unreceived(twice, [fromMai(6, 'Hello'), fromMai(7, 'Hello')], mai.id)).toEqual([]);
});

test('the same words of before, of another author or in a note stand for nothing', () => {
  const hello = [sending('Hello')];
  expect(unreceived(hello, [fromMai(5, 'Hello')], mai.id)).toEqual(hello);
  expect(unreceived(hello, [message(6, { text: 'Hello' })], mai.id)).toEqual(hello);
  expect(unreceived(hello, [{ ...fromMai(6, 'Hello'), private: true }], mai.id)).toEqual(hello);
});
