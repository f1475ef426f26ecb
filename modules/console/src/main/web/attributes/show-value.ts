import type { TFunction } from 'i18next';
import type { AttributeValue, Known } from '../api/types';
import { number } from '../i18n/format';
import { textOf } from './draft';

export function showValue(value: Known<AttributeValue>, t: TFunction): string | null {
  if (value == null || value === '') return null;
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return value.join(', ');
  return textOf(value);
}
