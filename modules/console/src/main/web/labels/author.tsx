import { Trans, useTranslation } from 'react-i18next';
import type { Actor } from '../api/types';

interface Props {
  actor: Actor;
  /** Without what was done: 'Rule Refunds', 'Mai'. */
  plain?: boolean;
}

/** 'Put on by the rule Refunds', 'Added by Mai', as they were called at the time. */
export function Author({ actor, plain = false }: Props) {
  const { t } = useTranslation();
  const name = actor.name ?? t('common.somebody');
  // The name goes in as an element, not as a value: what stands in a name is never read as a template.
  return (
    <Trans
      t={t}
      i18nKey={plain ? `actor.${actor.kind}` : `why.${actor.kind}`}
      components={{ name: plain ? <bdi>{name}</bdi> : <strong dir="auto">{name}</strong> }}
    />
  );
}
