import { useTranslation } from 'react-i18next';
import type { Status } from '../api/types';
import classes from './status-mark.module.css';

export function StatusMark({ status }: { status: Status }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}
