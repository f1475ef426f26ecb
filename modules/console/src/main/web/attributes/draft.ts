import type { AttributeType, AttributeValue, Known } from '../api/types';

// A decimal of more digits is rounded by a browser's own numbers.
const exactDigits = 15;
const written = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** What an input holds while a value is written. */
export function draftOf(value: Known<AttributeValue>): string {
  if (value == null) return '';
  return typeof value === 'number' ? written.format(value) : String(value);
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
