import type { TFunction } from 'i18next';
import { number } from '../i18n/format';

/** A field of the vocabulary in words; one that this page does not know keeps its token. */
export function factName(field: string, t: TFunction): string {
  const [subject, part, ...rest] = field.split('.');
  if (part === 'attributes' && (subject === 'contact' || subject === 'conversation')) {
    return t(`why.attributeOf.${subject}`, { key: rest.join('.') });
  }
  return t('why.field', { returnObjects: true })[field] ?? field;
}

export function factValue(value: unknown, t: TFunction): string {
  if (value === null || value === undefined || value === '') return t('common.none');
  if (typeof value === 'boolean') return value ? t('common.yes') : t('common.no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? t('common.none') : value.map((entry) => factValue(entry, t)).join(', ');
  }
  if (typeof value === 'object') return named(value, t);
  return String(value);
}

// A label, an actor or a country is told by its name.
function named(value: object, t: TFunction): string {
  if ('name' in value) return factValue(value.name, t);
  return Object.values(value)
    .map((entry) => factValue(entry, t))
    .join(' · ');
}
