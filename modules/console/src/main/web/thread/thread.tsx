import { Button, Center, Loader } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { conversationQuery, messagesQuery } from '../api/conversations';
import { isStatus } from '../api/problem';
import type { Id } from '../api/types';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import { Composer } from './composer';
import { MessageList } from './message-list';
import classes from './thread.module.css';
import { ThreadHeader } from './thread-header';
import { useMarkRead } from './use-mark-read';

interface Props {
  id: Id;
  panelShown: boolean;
  onTogglePanel: () => void;
}

/** One conversation's messages, and where the next one is written. */
export function Thread({ id, panelShown, onTogglePanel }: Props) {
  const { t } = useTranslation();
  const conversation = useQuery(conversationQuery(id));
  const messages = useInfiniteQuery(messagesQuery(id));
  useMarkRead(id, messages.data?.pages[0]?.items.at(-1)?.sequence ?? null);

  const failure = (conversation.data ? null : conversation.error) ?? (messages.data ? null : messages.error);
  if (failure) {
    const missing = isStatus(failure, 404);
    return (
      <div className={classes.nothing}>
        <StateMessage
          icon={<IconCloudOff />}
          title={t(missing ? 'thread.missing' : 'thread.failed')}
          text={missing ? '' : explain(failure, t)}
          alert
        >
          {!missing && (
            <Button
              variant="light"
              size="xs"
              onClick={() => {
                void conversation.refetch();
                void messages.refetch();
              }}
            >
              {t('common.retry')}
            </Button>
          )}
        </StateMessage>
      </div>
    );
  }
  if (!conversation.data || !messages.data) {
    return (
      <Center h="100%">
        <Loader size="sm" aria-label={t('common.loading')} />
      </Center>
    );
  }
  const { data } = conversation;
  return (
    <div className={classes.thread}>
      <ThreadHeader conversation={data} panelShown={panelShown} onTogglePanel={onTogglePanel} />
      <MessageList
        conversation={data}
        pages={messages.data.pages}
        hasOlder={messages.hasNextPage}
        onOlder={() => {
          if (messages.hasNextPage && !messages.isFetching) void messages.fetchNextPage();
        }}
      />
      <Composer key={id} conversation={data} />
    </div>
  );
}
