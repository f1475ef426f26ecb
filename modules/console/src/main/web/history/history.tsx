import { Button, Loader, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { historyQuery } from '../api/history';
import type { HistoryKind, Subject } from '../api/types';
import { explain } from '../ui/explain';
import { Section } from '../ui/section';
import { Entry } from './entry';
import classes from './history.module.css';

const kinds: Record<Subject['kind'], HistoryKind[]> = {
  contact: ['label', 'value', 'conversation', 'session'],
  conversation: ['label', 'value'],
};

/** What happened to a contact or conversation; read when it is opened. */
export function History({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={t('history.title')}
      action={
        <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'history.hide' : 'history.show')}
        </Button>
      }
    >
      {open && <Entries subject={subject} />}
    </Section>
  );
}

function Entries({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<HistoryKind | null>(null);
  const history = useInfiniteQuery(historyQuery(subject, kind));
  const entries = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('history.filter')}
        className={classes.filter ?? ''}
        value={kind ?? 'all'}
        onChange={(value) => setKind(value === 'all' ? null : (value as HistoryKind))}
        data={[
          { value: 'all', label: t('history.all') },
          ...kinds[subject.kind].map((value) => ({ value, label: t(`history.kind.${value}`) })),
        ]}
      />
      {history.isPending && <Loader size="xs" aria-label={t('common.loading')} />}
      {history.isError && (
        <p className={classes.none} role="alert">
          {explain(history.error, t)}{' '}
          <Button size="compact-xs" variant="light" onClick={() => void history.refetch()}>
            {t('common.retry')}
          </Button>
        </p>
      )}
      {history.isSuccess && entries.length === 0 && <p className={classes.none}>{t('history.none')}</p>}
      <ol className={classes.list} aria-label={t('history.title')}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {history.hasNextPage && (
        <Button
          size="compact-xs"
          variant="subtle"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </>
  );
}
