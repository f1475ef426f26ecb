import { Trans, useTranslation } from 'react-i18next';
import type { Actor, Source } from '../api/types';

/** 'Agent Mai', 'Form', 'Plugin CRM 1.2', 'API · Import script', as they were called at the time. */
export function SourceWords({ source, by }: { source: Source; by: Actor }) {
  const { t } = useTranslation();
  // A visitor has no name of its own: the form or page tells more.
  if (by.kind === 'visitor') return <>{t(`attributes.source.${source}`)}</>;
  const name = [by.name, by.version].filter(Boolean).join(' ');
  // The name goes in as an element, not as a value: what stands in a name is never read as a template.
  return <Trans t={t} i18nKey={`story.by.${source}`} components={{ name: <bdi>{name}</bdi> }} />;
}
