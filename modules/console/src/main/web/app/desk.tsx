import { IconInbox, IconKey, IconListDetails, IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useMatchRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/access';
import { Inbox } from '../inbox/inbox';
import type { InboxTab } from '../inbox/inbox-tab';
import { ConnectionBar } from '../live/connection-bar';
import { useLive } from '../live/use-live';
import { AccountMenu } from '../settings/account-menu';
import { SchemeMenu } from '../settings/scheme-menu';
import { useUnsent } from '../thread/use-unsent';
import { Brand } from '../ui/brand';
import classes from './desk.module.css';

/** Where agents work: a rail, the inbox, and beside it what was chosen there. */
export function Desk({ tab, children }: { tab: InboxTab; children: ReactNode }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const connected = useLive();
  useUnsent();
  const matches = useMatchRoute();
  const match = matches({ to: '/conversations/$conversationId' });
  const inSettings = Boolean(
    matches({ to: '/settings/agents' }) ||
      matches({ to: '/settings/tokens' }) ||
      matches({ to: '/settings/attributes' }),
  );
  const selected = match ? match.conversationId : null;

  return (
    <div
      className={classes.desk}
      data-selected={selected !== null || undefined}
      data-settings={inSettings || undefined}
    >
      {!inSettings && (
        <a className={classes.skip} href="#conversation">
          {t('common.skip')}
        </a>
      )}
      <ConnectionBar connected={connected} />
      <nav className={classes.rail} aria-label={t('navigation.label')}>
        <Brand size={28} />
        <Link
          className={classes.place}
          to="/conversations"
          aria-label={t('navigation.inbox')}
          title={t('navigation.inbox')}
        >
          <IconInbox size={20} stroke={1.7} />
        </Link>
        {me?.role === 'administrator' && (
          <Link
            className={classes.place}
            to="/settings/agents"
            aria-label={t('navigation.agents')}
            title={t('navigation.agents')}
          >
            <IconUsers size={20} stroke={1.7} />
          </Link>
        )}
        {me?.role === 'administrator' && (
          <Link
            className={classes.place}
            to="/settings/tokens"
            aria-label={t('navigation.tokens')}
            title={t('navigation.tokens')}
          >
            <IconKey size={20} stroke={1.7} />
          </Link>
        )}
        {me?.role === 'administrator' && (
          <Link
            className={classes.place}
            to="/settings/attributes"
            aria-label={t('navigation.attributes')}
            title={t('navigation.attributes')}
          >
            <IconListDetails size={20} stroke={1.7} />
          </Link>
        )}
        <span className={classes.spring} />
        <SchemeMenu />
        {me && <AccountMenu me={me} />}
      </nav>
      {!inSettings && <Inbox tab={tab} selected={selected} />}
      <div className={classes.rest}>{children}</div>
    </div>
  );
}
