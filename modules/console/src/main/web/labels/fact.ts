import type { TFunction } from 'i18next';
import { countryName } from '../i18n/format';

/** A field of the vocabulary in words; one that this page does not know keeps its token. */
export function factName(field: string, t: TFunction): string {
  const [subject, part, ...rest] = field.split('.');
  if (part === 'attributes' && (subject === 'contact' || subject === 'conversation')) {
    return t(`why.attributeOf.${subject}`, { key: rest.join('.') });
  }
  return t('why.field', { returnObjects: true })[field] ?? field;
}

/** A value in words: a country by its name, truth by yes or no. */
export function factValue(field: string, value: string, t: TFunction): string {
  if (value === '') return t('common.none');
  if (value === 'true') return t('common.yes');
  if (value === 'false') return t('common.no');
  return field === 'session.country' ? countryName(value) : value;
}
