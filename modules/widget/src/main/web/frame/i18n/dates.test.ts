import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayName, timeOfDay } from './dates';
import { languageOf } from './language';

const now = new Date(2026, 4, 20, 9, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('the names of days', () => {
  it.each([
    [at(2026, 4, 20, 0, 1), 'Today'],
    [at(2026, 4, 19, 23, 59), 'Yesterday'],
    [at(2026, 4, 15, 12, 0), 'Friday'],
    [at(2026, 3, 2, 12, 0), 'April 2'],
    [at(2025, 3, 2, 12, 0), 'April 2, 2025'],
  ])('%s is %s', (day, name) => {
    expect(dayName(day, now, languageOf('en'))).toBe(name);
  });

  it('follow the language even where its texts are not there yet', () => {
    expect(dayName(at(2026, 3, 2, 12, 0), now, languageOf('de-AT'))).toBe('2. April');
  });
});

describe('the reader’s own English', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    [['vi-VN', 'en-GB'], 'en', '2 April', '14:05'],
    [['en-US', 'en-GB'], 'en', 'April 2', '2:05 PM'],
    [['en-GB'], 'en-US', 'April 2', '2:05 PM'],
    [['fr-FR'], 'en', 'April 2', '2:05 PM'],
  ])('of %j on a page in %s', (languages, page, day, time) => {
    vi.stubGlobal('navigator', { languages });
    const language = languageOf(page);
    expect(dayName(at(2026, 3, 2, 12, 0), now, language)).toBe(day);
    expect(timeOfDay(at(2026, 3, 2, 14, 5), language).replace(/\s/, ' ')).toBe(time);
  });
});

describe('the language', () => {
  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['en_GB', 'ltr'],
    ['nonsense!', 'ltr'],
    [null, 'ltr'],
  ])('%s is written %s', (tag, direction) => {
    expect(languageOf(tag).direction).toBe(direction);
  });
});
