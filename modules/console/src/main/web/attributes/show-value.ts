import type { TFunction } from 'i18next';
import type { AttributeType, AttributeValue, Known } from '../api/types';
import { number } from '../i18n/format';
import { textOf } from './draft';

interface Shown {
  /** Without it a number of many digits stands as it is kept, not as the language writes it. */
  type?: AttributeType;
  value?: Known<AttributeValue>;
  unparsed?: boolean | undefined;
}

export function showValue({ type, value, unparsed }: Shown, t: TFunction): string | null {
  if (value == null || value === '') return null;
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return textOf(value);
  // A number of many digits comes as text, which keeps them all.
  const isNumber = (type === 'number' || type === 'percent') && !unparsed;
  return isNumber ? number(value as `${number}`) : value;
}
