import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './conflict-choice.module.css';

interface Props {
  /** What stands there now; null where somebody removed it. */
  theirs: string | null;
  onKeepTheirs: () => void;
}

/** Below an input: somebody else was first. Saving one's own is what submitting the form does. */
export function ConflictChoice({ theirs, onKeepTheirs }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.conflict} role="alert">
      <p>
        <strong>{t('edit.conflictTitle')}</strong>
        {theirs === null ? t('edit.conflictEmpty') : t('edit.conflict', { value: theirs })}
      </p>
      <div className={classes.choices}>
        <Button size="compact-sm" variant="default" onClick={onKeepTheirs}>
          {t('edit.keepTheirs')}
        </Button>
        <Button size="compact-sm" type="submit">
          {t('edit.saveMine')}
        </Button>
      </div>
    </div>
  );
}
