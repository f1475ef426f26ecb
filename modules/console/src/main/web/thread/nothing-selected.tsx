import { IconMessages } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../ui/state-message';
import classes from './thread.module.css';

export function NothingSelected() {
  const { t } = useTranslation();
  return (
    <main id="conversation" className={classes.nothing} tabIndex={-1}>
      <StateMessage icon={<IconMessages />} title={t('thread.pickTitle')} text={t('thread.pick')} />
    </main>
  );
}
