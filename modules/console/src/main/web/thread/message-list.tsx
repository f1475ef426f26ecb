import { IconArrowDown } from '@tabler/icons-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Message, Page } from '../api/types';
import { dayTitle } from './day-title';
import { groupMessages } from './group-messages';
import { MessageBubble } from './message-bubble';
import { OutgoingMessages } from './outgoing-messages';
import classes from './thread.module.css';
import { useNewcomer } from './use-newcomer';

interface Props {
  conversation: Conversation;
  /** Newest page first. */
  pages: Page<Message>[];
  hasOlder: boolean;
  onOlder: () => void;
}

/**
 * The scroll container runs from bottom to top (`column-reverse`): the newest message stays in sight when one
 * is added, and what is read stays where it is when older ones are put before it, without any scripting.
 */
export function MessageList({ conversation, pages, hasOlder, onOlder }: Props) {
  const { t } = useTranslation();
  const messages = useMemo(() => pages.toReversed().flatMap((page) => page.items), [pages]);
  const days = useMemo(() => groupMessages(messages), [messages]);
  const scroller = useRef<HTMLElement>(null);
  const [away, setAway] = useState(false);
  const newcomer = useNewcomer(messages);
  const [seen, setSeen] = useState(messages.at(-1)?.sequence ?? 0);
  const newest = messages.at(-1)?.sequence ?? 0;
  const customer = conversation.contact?.name || t('thread.visitor');

  useEffect(() => {
    if (!away) setSeen(newest);
  }, [away, newest]);

  const toLatest = () => scroller.current?.scrollTo({ top: 0, behavior: 'smooth' });

  return (
    <div className={classes.messages}>
      <section
        ref={scroller}
        className={classes.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll what has the focus
        tabIndex={0}
        aria-label={t('thread.messages')}
        onScroll={(event) => setAway(event.currentTarget.scrollTop < -80)}
      >
        <div className={classes.content}>
          <Beginning
            hasOlder={hasOlder}
            empty={messages.length === 0}
            onOlder={onOlder}
            scroller={scroller}
          />
          {days.map((day) => (
            <section key={day.date} aria-label={dayTitle(day.date, t)}>
              <p className={classes.day} aria-hidden>
                <span>{dayTitle(day.date, t)}</span>
              </p>
              <ol className={classes.list}>
                {day.messages.map(({ message, continued }) => (
                  <MessageBubble
                    key={message.id}
                    message={message}
                    customer={customer}
                    continued={continued}
                  />
                ))}
              </ol>
            </section>
          ))}
          <OutgoingMessages conversation={conversation.id} received={messages} />
        </div>
      </section>
      {away && (
        <button
          type="button"
          className={classes.latest}
          data-new={newest > seen || undefined}
          onClick={toLatest}
        >
          <IconArrowDown size={16} aria-hidden />
          {newest > seen ? (
            t('thread.latest')
          ) : (
            <span className={classes.spoken}>{t('thread.toLatest')}</span>
          )}
        </button>
      )}
      <div role="log" aria-live="polite" className={classes.spoken}>
        {newcomer && t('thread.said', { name: newcomer.author.name ?? customer, text: newcomer.text })}
      </div>
    </div>
  );
}

interface BeginningProps {
  hasOlder: boolean;
  empty: boolean;
  onOlder: () => void;
  scroller: RefObject<HTMLElement | null>;
}

/** Asks for older messages as soon as it comes into sight. */
function Beginning({ hasOlder, empty, onOlder, scroller }: BeginningProps) {
  const { t } = useTranslation();
  const mark = useRef<HTMLParagraphElement>(null);
  const ask = useRef(onOlder);
  useEffect(() => {
    ask.current = onOlder;
  });
  useEffect(() => {
    if (!hasOlder || !mark.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) ask.current();
      },
      { root: scroller.current, rootMargin: '600px 0px' },
    );
    observer.observe(mark.current);
    return () => observer.disconnect();
  });
  if (empty) return <p className={classes.begin}>{t('thread.empty')}</p>;
  return (
    <p ref={mark} className={classes.begin} role={hasOlder ? 'status' : undefined}>
      {t(hasOlder ? 'thread.older' : 'thread.begin')}
    </p>
  );
}
