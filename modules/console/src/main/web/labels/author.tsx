import { Trans, useTranslation } from 'react-i18next';
import type { Actor } from '../api/types';

/** 'Put on by the rule Refunds', 'Added by Mai', as they were called at the time. */
export function Author({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const name = actor.name ?? t('common.somebody');
  // The name goes in as an element, not as a value: what stands in a name is never read as a template.
  return (
    <Trans t={t} i18nKey={`why.${actor.kind}`} components={{ name: <strong dir="auto">{name}</strong> }} />
  );
}
