import { Button } from '@mantine/core';
import { IconChecks, IconCloudOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inboxQuery } from '../api/conversations';
import type { Id } from '../api/types';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import { InboxRows } from './inbox-rows';
import { InboxSkeleton } from './inbox-skeleton';
import type { InboxTab } from './inbox-tab';

export function InboxList({ tab, selected }: { tab: InboxTab; selected: Id | null }) {
  const { t } = useTranslation();
  const inbox = useInfiniteQuery(inboxQuery(tab));

  if (inbox.isPending) return <InboxSkeleton />;
  if (!inbox.data) {
    return (
      <StateMessage icon={<IconCloudOff />} title={t('inbox.failed')} text={explain(inbox.error, t)} alert>
        <Button variant="light" size="xs" onClick={() => void inbox.refetch()}>
          {t('common.retry')}
        </Button>
      </StateMessage>
    );
  }
  const items = inbox.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return (
      <StateMessage
        icon={<IconChecks />}
        title={t(`inbox.empty.${tab}.title`)}
        text={t(`inbox.empty.${tab}.text`)}
      />
    );
  }
  return (
    <InboxRows
      items={items}
      selected={selected}
      tab={tab}
      hasMore={inbox.hasNextPage}
      reading={inbox.isFetching}
      onEnd={() => void inbox.fetchNextPage()}
    />
  );
}
