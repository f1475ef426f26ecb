import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../api/types';
import { Ago } from '../i18n/time';
import { LabelPill } from '../labels/label-pill';
import { Flag } from '../ui/flag';
import classes from './inbox-row.module.css';
import type { InboxTab } from './inbox-tab';

interface Props {
  item: InboxItem;
  tab: InboxTab;
  selected: boolean;
  /** Reached by the Tab key. */
  reachable: boolean;
}

const labelsShown = 2;

export function InboxRow({ item, tab, selected, reachable }: Props) {
  const { t } = useTranslation();
  const hidden = item.labels.length - labelsShown;
  return (
    <Link
      to="/conversations/$conversationId"
      params={{ conversationId: item.id }}
      search={tab === 'open' ? {} : { status: tab }}
      className={classes.row}
      data-unread={item.unread || undefined}
      aria-current={selected ? 'page' : undefined}
      tabIndex={reachable ? 0 : -1}
    >
      <span className={classes.head}>
        {item.unread && <span className={classes.dot} role="img" aria-label={t('inbox.unread')} />}
        <span className={classes.name} dir="auto">
          {item.contact?.name ?? t('contact.fallbackName')}
        </span>
        <span className={classes.age}>
          <Ago at={item.lastMessage?.at ?? item.lastActivityAt} short />
        </span>
      </span>
      <Excerpt item={item} />
      <span className={classes.foot}>
        {item.country && <Flag code={item.country} />}
        <span className={classes.number}>{t('inbox.number', { number: item.number })}</span>
        {tab === 'all' && item.status !== 'open' && (
          <span className={classes.status}>{t(`status.${item.status}`)}</span>
        )}
        {item.labels.slice(0, labelsShown).map((label) => (
          <LabelPill key={label.id} label={label} small />
        ))}
        {hidden > 0 && (
          <span className={classes.hidden} title={item.labels.map((label) => label.name).join(', ')}>
            <span aria-hidden>+{hidden}</span>
            <span className={classes.spoken}>{t('inbox.moreLabels', { count: hidden })}</span>
          </span>
        )}
      </span>
    </Link>
  );
}

function Excerpt({ item }: { item: InboxItem }) {
  const { t } = useTranslation();
  const last = item.lastMessage;
  if (!last) return <span className={classes.excerpt}>{t('inbox.noMessage')}</span>;
  const fromVisitor = last.authorKind === 'visitor' || !last.authorName;
  return (
    <span className={classes.excerpt} dir="auto">
      {fromVisitor ? last.text : t('inbox.by', { name: last.authorName, text: last.text })}
    </span>
  );
}
