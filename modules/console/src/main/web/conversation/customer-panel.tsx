import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconCloudOff, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { panelQuery } from '../api/conversations';
import type { Id } from '../api/types';
import { ContactTab } from '../contact/contact-tab';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import { ConversationTab } from './conversation-tab';
import classes from './customer-panel.module.css';

/** The two tabs beside a thread: who the customer is, and what the conversation is about. */
export function CustomerPanel({ conversation }: { conversation: Id }) {
  const { t } = useTranslation();
  const panel = useQuery(panelQuery(conversation));
  const [tab, setTab] = useState<string | null>('contact');

  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className={classes.tabs}>
      <Tabs.List grow className={classes.list}>
        <Tabs.Tab value="contact" className={classes.tab}>
          {t('panel.contact')}
        </Tabs.Tab>
        <Tabs.Tab value="conversation" className={classes.tab}>
          {t('panel.conversation')}
        </Tabs.Tab>
      </Tabs.List>
      {(['contact', 'conversation'] as const).map((value) => (
        <Tabs.Panel key={value} value={value} className={classes.panel}>
          {content(value)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );

  function content(value: 'contact' | 'conversation') {
    if (panel.isPending) return <PanelSkeleton />;
    if (!panel.data) {
      return (
        <StateMessage icon={<IconCloudOff />} title={t('panel.failed')} text={explain(panel.error, t)} alert>
          <Button variant="light" size="xs" onClick={() => void panel.refetch()}>
            {t('common.retry')}
          </Button>
        </StateMessage>
      );
    }
    const { contact } = panel.data;
    if (value === 'conversation') return <ConversationTab panel={panel.data} />;
    return contact ? (
      <ContactTab conversation={conversation} site={panel.data.conversation.site} contact={contact} />
    ) : (
      <StateMessage icon={<IconUser />} title={t('panel.noContact')} />
    );
  }
}

const lines = ['45%', '90%', '75%', '60%', '35%', '80%'];

function PanelSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.skeleton} role="status" aria-label={t('common.loading')}>
      {lines.map((width) => (
        <Skeleton key={width} height={12} width={width} />
      ))}
    </div>
  );
}
