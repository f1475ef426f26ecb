import { IconBrowser, IconForms, IconMessage, IconTag } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Actor, HistoryEntry, Known } from '../api/types';
import { ChangeWords } from '../attributes/change-words';
import { SourceWords } from '../attributes/source-words';
import { countryName } from '../i18n/format';
import { Ago } from '../i18n/time';
import { Author } from '../labels/author';
import { LabelPill } from '../labels/label-pill';
import classes from './history.module.css';

const icons = { label: IconTag, value: IconForms, conversation: IconMessage, session: IconBrowser };

/** One thing that happened, by whom and when. */
export function Entry({ entry }: { entry: HistoryEntry }) {
  const Icon = icons[entry.kind];
  return (
    <li className={classes.entry}>
      <Icon className={classes.icon} size={14} stroke={1.7} aria-hidden />
      <div className={classes.body}>
        <What entry={entry} />
        <p className={classes.by}>
          <By entry={entry} />
          <Ago at={entry.at} />
        </p>
      </div>
    </li>
  );
}

function What({ entry }: { entry: HistoryEntry }) {
  const { label, value, conversation, session } = entry;
  if (label) return <LabelWords label={label} />;
  if (value) {
    return (
      <p className={classes.what}>
        <span className={classes.name} dir="auto">
          {value.name}
        </span>{' '}
        <ChangeWords action={value.action} before={value.before} after={value.after} />
      </p>
    );
  }
  if (conversation) return <ConversationWords conversation={conversation} />;
  return session ? <SessionWords session={session} /> : null;
}

function LabelWords({ label }: { label: NonNullable<HistoryEntry['label']> }) {
  const { t } = useTranslation();
  const reason = label.reason ? t(`history.reason.${label.reason}`, { defaultValue: '' }) : '';
  return (
    <>
      <p className={classes.what}>
        <LabelPill label={label} small /> {t(`history.label.${label.action}`)}
        {reason && <span className={classes.quiet}>: {reason}</span>}
        {label.instead && (
          <span className={classes.quiet} dir="auto">
            {' '}
            ({label.instead})
          </span>
        )}
      </p>
      {label.why && (
        <blockquote className={classes.why} dir="auto">
          {label.why.sentence}
        </blockquote>
      )}
    </>
  );
}

function ConversationWords({ conversation }: { conversation: NonNullable<HistoryEntry['conversation']> }) {
  const { t } = useTranslation();
  return (
    <p className={classes.what}>
      <Link
        to="/conversations/$conversationId"
        params={{ conversationId: conversation.id }}
        className={classes.link}
      >
        {t('history.conversation', { number: conversation.number })}
      </Link>{' '}
      <span className={classes.quiet}>{t(`status.${conversation.status}`)}</span>
    </p>
  );
}

function SessionWords({ session }: { session: NonNullable<HistoryEntry['session']> }) {
  const { t } = useTranslation();
  const place = [session.city, session.country && countryName(session.country)].filter(Boolean).join(', ');
  const device =
    session.deviceType && (t(`session.deviceType.${session.deviceType}`, { defaultValue: '' }) || null);
  const details = [place, device, session.browser].filter(Boolean).join(' · ');
  return (
    <p className={classes.what}>
      {t('history.session')}
      {details && <span className={classes.quiet}> {details}</span>}
      {place && session.estimated && <span className={classes.quiet}> ({t('session.estimated')})</span>}
    </p>
  );
}

/** Of values the source tells more than the person alone; conversations and visits are the customer's own. */
function By({ entry }: { entry: HistoryEntry }) {
  const by: Known<Actor> = entry.by;
  if (!by) return null;
  return (
    <>
      {entry.value ? <SourceWords source={entry.value.source} by={by} /> : <Author actor={by} plain />}
      {' · '}
    </>
  );
}
