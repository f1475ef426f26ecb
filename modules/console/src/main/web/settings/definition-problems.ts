import type { TFunction } from 'i18next';
import { hasOptions } from '../api/attribute-definitions';
import { Problem } from '../api/problem';
import { type DefinitionDraft, isKey, isRetention, linesOf } from './definition-draft';

/** The fields that a message can stand at. */
export type DefinitionField = keyof Omit<DefinitionDraft, 'ownKey'>;

export type DefinitionProblems = Partial<Record<DefinitionField, string>>;

const fields = new Set<string>([
  'subject',
  'name',
  'key',
  'type',
  'description',
  'options',
  'pattern',
  'group',
  'sites',
  'visitorsMayWrite',
  'requiredBeforeResolve',
  'privacy',
  'retentionDays',
] satisfies DefinitionField[]);

/** What can be told before anything is sent. */
export function missingIn(draft: DefinitionDraft, t: TFunction): DefinitionProblems {
  return {
    ...(draft.name.trim() === '' && { name: t('attributeSettings.form.nameMissing') }),
    ...(!isKey(draft.key.trim()) && { key: t('attributeSettings.form.keyInvalid') }),
    ...(hasOptions(draft.type) &&
      linesOf(draft.options).length === 0 && { options: t('attributeSettings.form.optionsMissing') }),
    ...(!isRetention(draft.retentionDays) && { retentionDays: t('attributeSettings.form.retentionInvalid') }),
  };
}

/** What the server has against fields of the form; empty where it means the whole. */
export function refusedBy(error: unknown): DefinitionProblems {
  if (!(error instanceof Problem)) return {};
  if (error.details.type === '/problems/attribute-key') return { key: error.message };
  const named = error.details.errors?.filter(({ field }) => fields.has(field)) ?? [];
  return Object.fromEntries(named.map(({ field, message }) => [field, message]));
}
