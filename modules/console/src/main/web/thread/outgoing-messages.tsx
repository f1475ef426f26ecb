import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id, Message } from '../api/types';
import { explain } from '../ui/explain';
import classes from './message.module.css';
import { PrivateMark } from './message-bubble';
import { MessageText } from './message-text';
import { discard, type Outgoing, sendAgain, useOutgoing } from './sending';

interface Props {
  conversation: Id;
  received: Message[];
}

/** Messages on their way, below those that the server has. */
export function OutgoingMessages({ conversation, received }: Props) {
  const outgoing = useOutgoing(conversation, received);
  if (outgoing.length === 0) return null;
  return (
    <ol className={classes.outgoing}>
      {outgoing.map((message) => (
        <li
          key={message.idempotencyKey}
          className={classes.message}
          data-side="agent"
          data-private={message.private || undefined}
          data-failed={message.status === 'error' || undefined}
        >
          {message.private && (
            <p className={classes.author}>
              <PrivateMark />
            </p>
          )}
          <div className={classes.bubble}>
            <MessageText text={message.text} />
          </div>
          <Delivery conversation={conversation} message={message} />
        </li>
      ))}
    </ol>
  );
}

/** How far a message got; a failed one is sent again or given up. */
function Delivery({ conversation, message }: { conversation: Id; message: Outgoing }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  if (message.status !== 'error') {
    return (
      <p className={classes.sending} role="status">
        {t('thread.sending')}
      </p>
    );
  }
  return (
    <div className={classes.failure} role="alert">
      <IconAlertCircle size={14} aria-hidden />
      <span>
        {t('thread.notSent')} {explain(message.error, t)}
      </span>
      <Button size="compact-xs" variant="light" onClick={() => sendAgain(client, conversation, message)}>
        {t('common.retry')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        onClick={() => discard(client, conversation, message)}
      >
        {t('thread.discard')}
      </Button>
    </div>
  );
}
