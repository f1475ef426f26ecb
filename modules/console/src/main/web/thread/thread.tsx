import { Center, Loader } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { conversationQuery, messagesQuery } from '../api/conversations';
import type { Id } from '../api/types';
import { Composer } from './composer';
import { MessageList } from './message-list';
import classes from './thread.module.css';
import { ThreadFailure } from './thread-failure';
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

  // What is at hand stays on the screen when reading it again fails.
  const failure = (conversation.data ? null : conversation.error) ?? (messages.data ? null : messages.error);
  const retry = () => {
    void conversation.refetch();
    void messages.refetch();
  };

  return (
    <div className={classes.thread}>
      {conversation.data && (
        <ThreadHeader
          conversation={conversation.data}
          panelShown={panelShown}
          onTogglePanel={onTogglePanel}
        />
      )}
      {failure && <ThreadFailure error={failure} onRetry={retry} />}
      {!failure && !(conversation.data && messages.data) && (
        <Center flex={1}>
          <Loader size="sm" aria-label={t('common.loading')} />
        </Center>
      )}
      {!failure && conversation.data && messages.data && (
        <>
          <MessageList
            conversation={conversation.data}
            pages={messages.data.pages}
            hasOlder={messages.hasNextPage}
            onOlder={() => {
              if (messages.hasNextPage && !messages.isFetching) void messages.fetchNextPage();
            }}
          />
          <Composer key={id} conversation={conversation.data} />
        </>
      )}
    </div>
  );
}
