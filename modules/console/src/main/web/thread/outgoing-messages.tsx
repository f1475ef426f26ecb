import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id, Message } from '../api/types';
import { explain } from '../ui/explain';
import classes from './message.module.css';
import { PrivateMark } from './message-bubble';
import { MessageText } from './message-text';
import { discard, sendAgain, useOutgoing } from './sending';

/** Messages on their way, below those that the server has; a failed one is sent again or given up. */
export function OutgoingMessages({ conversation, received }: { conversation: Id; received: Message[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const outgoing = useOutgoing(conversation, received);
  if (outgoing.length === 0) return null;
  return (
    <ol className={classes.outgoing}>
      {outgoing.map((sending) => {
        const { variables, status, error } = sending.state;
        if (!variables) return null;
        const failed = status === 'error';
        return (
          <li
            key={variables.idempotencyKey}
            className={classes.message}
            data-side="agent"
            data-private={variables.private || undefined}
            data-failed={failed || undefined}
          >
            {variables.private && (
              <p className={classes.author}>
                <PrivateMark />
              </p>
            )}
            <div className={classes.bubble}>
              <MessageText text={variables.text} />
            </div>
            {failed ? (
              <div className={classes.failure} role="alert">
                <IconAlertCircle size={14} aria-hidden />
                <span>
                  {t('thread.notSent')} {explain(error, t)}
                </span>
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => sendAgain(client, conversation, sending)}
                >
                  {t('common.retry')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => discard(client, sending)}
                >
                  {t('thread.discard')}
                </Button>
              </div>
            ) : (
              <p className={classes.sending} role="status">
                {t('thread.sending')}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
