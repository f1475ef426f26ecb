import { describe, expect, it } from 'vitest';
import type { PreChatField } from '../api/types';
import { en } from '../i18n/en';
import { answersOf, errorOf, errorsOf } from './validation';

function field(type: PreChatField['type'], required = false, options: string[] = []): PreChatField {
  return { key: type, subject: 'contact', label: type, type, required, options };
}

describe('pre-chat answers', () => {
  it.each([
    ['email', 'mai@example.com'],
    ['email', ' mai.tran+shop@sub.example.com '],
    ['email', 'nguyễn@ví-dụ.vn'],
    ['phone', '+84 (24) 3825-2916'],
    ['phone', '112'],
    ['number', '-12.5'],
    ['number', '1,5'],
    ['list', 'Refund'],
    ['text', '<b>Mai</b>'],
    ['email', ''],
  ] as const)('takes as %s: "%s"', (type, entry) => {
    expect(errorOf(field(type, false, ['Refund']), entry, en)).toBeUndefined();
  });

  it.each([
    ['email', 'mai', en.notAnEmail],
    ['email', 'mai@example', en.notAnEmail],
    ['email', 'a b@example.com', en.notAnEmail],
    ['email', 'a@b@example.com', en.notAnEmail],
    ['phone', 'call me', en.notAPhone],
    ['phone', '+-', en.notAPhone],
    ['number', '12 apples', en.notANumber],
    ['number', '.', en.notANumber],
    ['number', '1e400', en.notANumber],
    ['list', 'Other', en.missingChoice],
    ['text', 'x'.repeat(1001), en.tooLong(1000)],
  ] as const)('refuses as %s: "%s"', (type, entry, error) => {
    expect(errorOf(field(type, false, ['Refund']), entry, en)).toBe(error);
  });

  it('are missing where the site requires them, blanks included', () => {
    const fields = [field('text', true), field('list', true, ['a']), field('boolean', true), field('email')];
    expect(errorsOf(fields, { text: '  ' }, en)).toEqual({ text: en.missing, list: en.missingChoice, boolean: en.missingConsent });
    expect(errorsOf(fields, { text: 'x', list: 'a', boolean: true }, en)).toEqual({});
  });

  it('travel in their own types, without what was left empty', () => {
    const fields = [field('text'), field('number'), field('boolean'), field('email'), field('phone')];
    expect(answersOf(fields, { text: ' Mai ', number: '12,5', boolean: false, email: '   ' })).toEqual({ text: 'Mai', number: 12.5, boolean: false });
  });

  it.each(['9007199254740993', '0.1234567890123456789'])('keep every digit of %s', (number) => {
    expect(answersOf([field('number')], { number })).toEqual({ number });
  });
});
