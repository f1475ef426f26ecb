import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { IconLock, IconSend2 } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../api/types';
import classes from './composer.module.css';
import { useSendMessage } from './sending';
import { useDraft } from './use-draft';

const longest = 10_000;
const nearlyTooLong = 500;

/** Where an answer or a private note is written. Enter sends, Shift + Enter starts a new line. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useDraft(conversation.id);
  const send = useSendMessage(conversation.id);
  const input = useRef<HTMLTextAreaElement>(null);

  if (conversation.status === 'finalised') {
    return <p className={classes.finalised}>{t('composer.finalised')}</p>;
  }

  const text = draft.text.trim();
  const left = longest - text.length;
  const sendable = text !== '' && left >= 0;

  const submit = () => {
    if (!sendable) return;
    send(text, draft.private);
    setDraft({ ...draft, text: '' });
    input.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes a word, Enter accepts the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };

  return (
    <form
      className={classes.composer}
      data-private={draft.private || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.box}>
        <Textarea
          ref={input}
          variant="unstyled"
          classNames={{ input: classes.input ?? '' }}
          aria-label={t(draft.private ? 'composer.note' : 'composer.text')}
          aria-describedby="composer-hint"
          placeholder={t(draft.private ? 'composer.notePlaceholder' : 'composer.replyPlaceholder')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={10}
          value={draft.text}
          onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <div className={classes.bar}>
          <SegmentedControl
            size="xs"
            aria-label={t('composer.kind')}
            value={draft.private ? 'note' : 'reply'}
            onChange={(kind) => setDraft({ ...draft, private: kind === 'note' })}
            data={[
              { value: 'reply', label: t('composer.reply') },
              { value: 'note', label: t('composer.note') },
            ]}
          />
          <p id="composer-hint" className={classes.hint} data-over={left < 0 || undefined}>
            {left >= nearlyTooLong && t('composer.hint')}
            {left < nearlyTooLong && left >= 0 && t('composer.left', { count: left })}
            {left < 0 && t('composer.tooLong', { count: -left })}
          </p>
          <Button
            type="submit"
            size="xs"
            disabled={!sendable}
            leftSection={draft.private ? <IconLock size={14} /> : <IconSend2 size={14} />}
          >
            {t(draft.private ? 'composer.addNote' : 'composer.send')}
          </Button>
        </div>
      </div>
    </form>
  );
}
