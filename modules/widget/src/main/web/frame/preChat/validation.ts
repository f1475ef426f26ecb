import type { PreChatAnswers, PreChatField } from '../api/types';
import type { Texts } from '../i18n/en';

/** What stands in the form: text as typed, or whether a box is ticked. */
export type Entries = Record<string, string | boolean | undefined>;
export type Errors = Record<string, string | undefined>;

export const longestText = 10_000;
const longestAnswer = 1_000;

const email = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u;
const phone = /^\+?[\d\s().\-/]+$/u;
const number = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/u;

/** What is wrong with an entry, in the visitor's language; the server looks again and has the last word. */
export function errorOf(field: PreChatField, entry: string | boolean | undefined, texts: Texts): string | undefined {
  if (field.type === 'boolean') return field.required && entry !== true ? texts.missingConsent : undefined;
  const value = String(entry ?? '').trim();
  if (value === '') return field.required ? (field.type === 'list' ? texts.missingChoice : texts.missing) : undefined;
  if (value.length > longestAnswer) return texts.tooLong(longestAnswer);
  switch (field.type) {
    case 'email':
      return email.test(value) ? undefined : texts.notAnEmail;
    case 'phone':
      return phone.test(value) && value.replace(/\D/g, '').length >= 3 ? undefined : texts.notAPhone;
    case 'number':
      return number.test(value) ? undefined : texts.notANumber;
    case 'list':
      return field.options?.includes(value) ? undefined : texts.missingChoice;
    default:
      return undefined;
  }
}

export function errorsOf(fields: readonly PreChatField[], entries: Entries, texts: Texts): Errors {
  const errors: Errors = {};
  for (const field of fields) {
    const error = errorOf(field, entries[field.key], texts);
    if (error) errors[field.key] = error;
  }
  return errors;
}

/** A decimal of more digits is rounded by a browser's own numbers: the server takes it as text, too. */
const exactDigits = 15;

function decimal(text: string): number | string {
  return text.replace(/\D/g, '').length > exactDigits ? text : Number(text);
}

/** The answers as the server takes them; what was left empty is not an answer. */
export function answersOf(fields: readonly PreChatField[], entries: Entries): PreChatAnswers {
  const answers: PreChatAnswers = {};
  for (const { key, type } of fields) {
    const entry = entries[key];
    if (typeof entry === 'boolean') answers[key] = entry;
    else if (entry?.trim()) answers[key] = type === 'number' ? decimal(entry.trim().replace(',', '.')) : entry.trim();
  }
  return answers;
}
