import { IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Actor, Message } from '../api/types';
import { clockTime, exactTime } from '../i18n/format';
import classes from './message.module.css';
import { MessageText } from './message-text';

interface Props {
  message: Message;
  /** Whose conversation it is. */
  customer: string;
  /** The author was just named. */
  continued: boolean;
}

export const MessageBubble = memo(function MessageBubble({ message, customer, continued }: Props) {
  const name = useAuthorName(message.author, customer);
  return (
    <li
      className={classes.message}
      data-side={message.author.kind === 'visitor' ? 'visitor' : 'agent'}
      data-private={message.private || undefined}
      data-continued={continued || undefined}
    >
      {!continued && (
        <p className={classes.author}>
          <bdi className={classes.name}>{name}</bdi>
          {message.private && <PrivateMark />}
        </p>
      )}
      <div className={classes.bubble}>
        <MessageText text={message.text} />
        <time className={classes.time} dateTime={message.at} title={exactTime(message.at)}>
          {clockTime(message.at)}
        </time>
      </div>
    </li>
  );
});

export function PrivateMark() {
  const { t } = useTranslation();
  return (
    <span className={classes.private}>
      <IconLock size={12} aria-hidden />
      {t('thread.privateNote')}
      <span className={classes.hint}>{t('thread.onlyAgents')}</span>
    </span>
  );
}

function useAuthorName({ kind, name }: Actor, customer: string): string {
  const { t } = useTranslation();
  if (kind === 'visitor') return customer;
  return name || t('thread.system');
}
