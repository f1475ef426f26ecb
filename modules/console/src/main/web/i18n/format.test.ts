import { expect, test, vi } from 'vitest';
import { age, languageName, locale, localTime, shortAge } from './format';

const now = Date.parse('2026-03-12T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

test.each([
  [0.2, 'now', 'now'],
  [5, '5 min', '5 min. ago'],
  [180, '3 hr', '3 hr. ago'],
])('%d minutes', (minutes, short, long) => {
  expect(shortAge(ago(minutes), now)).toBe(short);
  expect(age(ago(minutes), now)).toBe(long);
});

test('a clock that runs ahead of ours still means now', () => {
  expect(shortAge(ago(-3), now)).toBe('now');
});

test('an older time is a date, with the year where it is another', () => {
  expect(shortAge('2026-01-05T12:00:00Z', now)).toMatch(/Jan 5|5 Jan/);
  expect(shortAge('2024-01-05T12:00:00Z', now)).toContain('2024');
});

test('the reader’s own variety of the language is used', () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['vi-VN', 'en-GB', 'en-US']);
  expect(locale()).toBe('en-GB');
});

test('what is no language or time zone is left as it is', () => {
  expect(languageName('vi')).toBe('Vietnamese');
  expect(languageName('???')).toBe('???');
  expect(localTime('Nowhere/Land', now)).toBeNull();
});
