import type { AttributeType, AttributeValue, Known } from '../api/types';

// A decimal of more digits is rounded by a browser's own numbers.
const exactDigits = 15;
const written = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** What an input holds while a value is written. */
export function draftOf(value: Known<AttributeValue>): string {
  if (value == null) return '';
  return typeof value === 'number' ? written.format(value) : textOf(value);
}

/** A value as text, which the server reads as the same value: options on a line each, money with its currency first. */
export function textOf(value: AttributeValue): string {
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'object' ? `${value.currency} ${value.amount}` : String(value);
}

/** Whether two values are the same: money and several options by what they hold, also where one is written as text. */
export function sameValue(one: Known<AttributeValue>, other: Known<AttributeValue>): boolean {
  const ofParts = typeof one === 'object' || typeof other === 'object';
  return ofParts ? draftOf(one) === draftOf(other) : one === other;
}

/** The value that the server takes; undefined where the draft is none of the type. */
export function parsedValue(type: AttributeType, draft: string): AttributeValue | null | undefined {
  const text = draft.trim();
  if (text === '') return null;
  if (type === 'boolean') return text === 'true';
  if (type !== 'number') return text;
  // One decimal sign of either kind; signs between thousands would make 1,234 mean two things.
  return /^[+-]?\d+([.,]\d+)?$/.test(text) ? decimal(text.replace(',', '.')) : undefined;
}

/** As the server tells it: beyond what a number of the browser keeps, as text. */
function decimal(text: string): number | string {
  return text.replace(/\D/g, '').length > exactDigits ? text : Number(text);
}
