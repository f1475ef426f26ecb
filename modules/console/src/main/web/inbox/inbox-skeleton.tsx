import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './inbox-skeleton.module.css';

const rows = ['62%', '48%', '70%', '55%', '40%', '64%', '52%'];

export function InboxSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('common.loading')}>
      {rows.map((width) => (
        <div key={width} className={classes.row}>
          <Skeleton height={12} width={width} />
          <Skeleton height={10} mt={9} />
          <Skeleton height={10} mt={9} width="35%" />
        </div>
      ))}
    </div>
  );
}
