import { expect, test } from 'vitest';
import { fromMai, message } from '../../../test/samples';
import { groupMessages } from './group-messages';

const at = (time: string) => ({ at: `2026-01-31T${time}:00` });

test('a message soon after another of the same author continues it', () => {
  const [day] = groupMessages([
    message(1, at('09:00')),
    message(2, at('09:04')),
    message(3, at('09:10')),
    { ...fromMai(4, 'Hello'), ...at('09:11') },
    { ...fromMai(5, 'A note'), private: true, ...at('09:11') },
  ]);
  expect(day?.messages.map(({ continued }) => continued)).toEqual([false, true, false, false, false]);
});

test('a new day begins a new group', () => {
  const days = groupMessages([
    message(1, { at: '2026-01-30T23:59:00' }),
    message(2, { at: '2026-01-31T00:01:00' }),
  ]);
  expect(days.map(({ date }) => date)).toEqual(['2026-01-30', '2026-01-31']);
  expect(days[1]?.messages[0]?.continued).toBe(false);
});
