import { Trans, useTranslation } from 'react-i18next';
import type { Actor } from '../api/types';

/** 'Put on by the rule Refunds', 'Added by Mai', as they were called at the time. */
export function Author({ actor }: { actor: Actor }) {
  const { t } = useTranslation();
  const name = actor.name ?? t('common.somebody');
  return (
    <Trans
      t={t}
      i18nKey={`why.${actor.kind}`}
      values={{ name }}
      components={{ strong: <strong dir="auto" /> }}
    />
  );
}
