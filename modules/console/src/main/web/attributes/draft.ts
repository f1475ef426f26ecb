import type { AttributeType, AttributeValue, Known } from '../api/types';

/** What an input holds while a value is written. */
export function draftOf(value: Known<AttributeValue>): string {
  return value == null ? '' : textOf(value);
}

/** A value as text, which the server reads as the same value: options on a line each, money with its currency first. */
export function textOf(value: AttributeValue): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'object' ? `${value.currency} ${value.amount}` : String(value);
}

/** The value that the server takes; undefined where the draft is none of the type. */
export function parsedValue(type: AttributeType, draft: string): AttributeValue | null | undefined {
  const text = draft.trim();
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  if (type !== 'number') return text;
  // One decimal sign of either kind; signs between thousands would make 1,234 mean two things.
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}
