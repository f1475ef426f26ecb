import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AttributeDefinitionCheck } from '../api/types';
import { explain } from '../ui/explain';
import { DefinitionChangedMeanwhile, WouldNotFit } from './save-definition';

interface Props {
  error: Error | null;
  /** What is wrong stands at the fields already. */
  besideFields: boolean;
}

/** Why an attribute was not saved, where that is about the whole. */
export function DefinitionNotice({ error, besideFields }: Props) {
  const { t } = useTranslation();
  if (error instanceof WouldNotFit) {
    return (
      <Alert
        color="yellow"
        role="alert"
        variant="default"
        p="sm"
        title={t('attributeSettings.form.misfitsTitle')}
      >
        {misfits(error.check)}
      </Alert>
    );
  }
  if (error instanceof DefinitionChangedMeanwhile) {
    return (
      <Alert
        color="yellow"
        role="alert"
        variant="default"
        p="sm"
        title={t('attributeSettings.form.changedTitle')}
      >
        {t('attributeSettings.form.changed')}
      </Alert>
    );
  }
  if (!error || besideFields) return null;
  return (
    <Alert color="red" role="alert" variant="light" p="sm" title={t('attributeSettings.form.notSaved')}>
      {explain(error, t)}
    </Alert>
  );

  function misfits({ misfits: count, more }: AttributeDefinitionCheck) {
    return more
      ? t('attributeSettings.form.misfitsMore', { count })
      : t('attributeSettings.form.misfits', { count });
  }
}
