import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '../api/types';
import classes from './inbox.module.css';
import { InboxList } from './inbox-list';
import { type InboxTab, inboxTabs } from './inbox-tab';

export function Inbox({ tab, selected }: { tab: InboxTab; selected: Id | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (next: string | null) => {
    const status = inboxTabs.find((candidate) => candidate === next);
    void navigate({ to: '.', search: status && status !== 'open' ? { status } : {} });
  };

  return (
    <section className={classes.inbox} aria-label={t('inbox.title')}>
      <h1 className={classes.title}>{t('inbox.title')}</h1>
      <Tabs value={tab} onChange={open} keepMounted={false} className={classes.tabs}>
        <Tabs.List className={classes.tabList}>
          {inboxTabs.map((value) => (
            <Tabs.Tab key={value} value={value} className={classes.tab}>
              {t(`inbox.tabs.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {inboxTabs.map((value) => (
          <Tabs.Panel key={value} value={value} className={classes.panel}>
            <InboxList tab={value} selected={selected} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}
