import type { TFunction } from 'i18next';
import type { Attribute } from '../api/types';
import { number } from '../i18n/format';
import { textOf } from './draft';

export function showValue(
  { type, value, unparsed }: Pick<Attribute, 'type' | 'value' | 'unparsed'>,
  t: TFunction,
): string | null {
  if (value == null || value === '') return null;
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object') return textOf(value);
  // A number of many digits comes as text, which keeps them all.
  const isNumber = (type === 'number' || type === 'percent') && !unparsed;
  return isNumber ? number(value as number | `${number}`) : String(value);
}
