import { Button, CloseButton, Loader } from '@mantine/core';
import { IconPinFilled } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { storyQuery } from '../api/attributes';
import type { Attribute, AttributeStory, AttributeType, KeptValue, Subject, ValueChange } from '../api/types';
import { Ago } from '../i18n/time';
import { explain } from '../ui/explain';
import { ChangeWords } from './change-words';
import { shownIn } from './save-attribute';
import { showValue } from './show-value';
import { SourceWords } from './source-words';
import classes from './story.module.css';
import { useDecision } from './use-decision';

interface Props {
  subject: Subject;
  field: Pick<Attribute, 'key' | 'name'>;
  headingId: string;
  onClose: () => void;
}

const doubts = ['estimated', 'unverified', 'unparsed'] as const;

/** Where a value comes from, what other sources say, and what stood there before. */
export function Story({ subject, field, headingId, onClose }: Props) {
  const { t } = useTranslation();
  const story = useInfiniteQuery({ ...storyQuery(subject, field.key), staleTime: 0 });
  const pages = story.data?.pages ?? [];
  const now = pages[0];
  return (
    <div className={classes.root}>
      <div className={classes.head}>
        <h3 id={headingId} className={classes.title}>
          {t('story.title', { name: field.name })}
        </h3>
        <CloseButton size="sm" onClick={onClose} aria-label={t('common.close')} />
      </div>
      {story.isPending && <Loader size="xs" aria-label={t('common.loading')} />}
      {story.isError && !now && (
        <p className={classes.quiet} role="alert">
          {explain(story.error, t)}
        </p>
      )}
      {now && <Values subject={subject} field={field} story={now} />}
      {now && (
        <>
          <h4 className={classes.part}>{t('story.before')}</h4>
          <Changes changes={pages.flatMap(({ changes }) => changes.items)} />
          {story.hasNextPage && (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={story.isFetchingNextPage}
              onClick={() => void story.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Values({ subject, field, story }: { story: AttributeStory } & Pick<Props, 'subject' | 'field'>) {
  const { t } = useTranslation();
  const top = useRef<HTMLDivElement>(null);
  const decision = useDecision(subject, field, story.version);
  const decide = (held: KeptValue | null) => {
    if (decision.isPending) return;
    // The button that was pressed goes; the keyboard stays within, where the new value is about to stand.
    top.current?.focus();
    decision.mutate(held);
  };
  const shown = shownIn(story.values);
  const others = story.values.filter((value) => !value.shown);
  const decided = story.values.some(({ source, pinned }) => source === 'agent' || pinned);
  return (
    <>
      <div ref={top} tabIndex={-1} className={classes.shown} aria-live="polite">
        {shown ? (
          <Kept type={story.type} value={shown} />
        ) : (
          <p className={classes.quiet}>{t('story.nothing')}</p>
        )}
      </div>
      {shown && doubts.map((doubt) => shown[doubt] && <Doubt key={doubt} doubt={doubt} />)}
      {shown?.pinned && <p className={classes.hint}>{t('story.pinnedHint')}</p>}
      <div className={classes.actions}>
        {shown && !shown.pinned && shown.source !== 'agent' && (
          <Button size="compact-xs" variant="default" onClick={() => decide(shown)}>
            {t('story.pin')}
          </Button>
        )}
        {decided && (
          <Button
            size="compact-xs"
            variant="default"
            title={t('story.releaseHint')}
            onClick={() => decide(null)}
          >
            {t('story.release')}
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <>
          <h4 className={classes.part}>{t('story.others')}</h4>
          <ul className={classes.list}>
            {others.map((value) => (
              <li key={`${value.source} ${value.sourceId}`} className={classes.other}>
                <Kept type={story.type} value={value} />
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t('story.useOf', {
                    value: showValue({ ...value, type: story.type }, t) ?? t('attributes.empty'),
                  })}
                  onClick={() => decide(value)}
                >
                  {t('story.use')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Kept({ type, value }: { type: AttributeType; value: KeptValue }) {
  const { t } = useTranslation();
  return (
    <div className={classes.kept}>
      <p className={classes.value} dir="auto">
        {value.pinned && <IconPinFilled size={12} role="img" aria-label={t('attributes.pinned')} />}
        {showValue({ ...value, type }, t) ?? <em>{t('attributes.empty')}</em>}
      </p>
      <p className={classes.quiet}>
        <SourceWords source={value.source} by={value.setBy} />
        {' · '}
        <Ago at={value.setAt} />
        {!value.shown &&
          doubts.map(
            (doubt) => value[doubt] && <span key={doubt}> · {t(`attributes.doubt.${doubt}.name`)}</span>,
          )}
      </p>
    </div>
  );
}

function Doubt({ doubt }: { doubt: (typeof doubts)[number] }) {
  const { t } = useTranslation();
  return (
    <p className={classes.doubt}>
      <strong>{t(`attributes.doubt.${doubt}.name`)}</strong>: {t(`attributes.doubt.${doubt}.hint`)}
    </p>
  );
}

function Changes({ changes }: { changes: ValueChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className={classes.quiet}>{t('story.noChanges')}</p>;
  return (
    <ol className={classes.list}>
      {changes.map((change) => (
        <li key={change.id}>
          <ChangeWords action={change.action} before={change.before} after={change.after} />
          <p className={classes.quiet}>
            <SourceWords source={change.source} by={change.by} />
            {' · '}
            <Ago at={change.at} />
          </p>
        </li>
      ))}
    </ol>
  );
}
