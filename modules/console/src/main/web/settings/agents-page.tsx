import { Button, Skeleton } from '@mantine/core';
import { IconCloudOff, IconLock } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/access';
import { agentsQuery } from '../api/agents';
import type { PasswordLink } from '../api/types';
import { explain } from '../ui/explain';
import { StateMessage } from '../ui/state-message';
import { AgentRow } from './agent-row';
import classes from './agents-page.module.css';
import { InviteForm } from './invite-form';
import { LinkToHandOn } from './link-to-hand-on';

interface Handed extends PasswordLink {
  name: string;
}

/** The team: who is of it, who may do what, and the way in for the next one. */
export function AgentsPage() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const { data: agents, error, refetch } = useQuery(agentsQuery);
  const [handed, setHanded] = useState<Handed | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey });

  if (me && me.role !== 'administrator') {
    return (
      <main className={classes.page}>
        <StateMessage icon={<IconLock />} title={t('agents.title')} text={t('agents.forbidden')} />
      </main>
    );
  }
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{t('agents.title')}</h1>
      <p className={classes.lead}>{t('agents.lead')}</p>
      <InviteForm
        onInvited={({ agent, passwordLink }) => {
          setHanded({ ...passwordLink, name: agent.name });
          void refresh();
        }}
      />
      {handed && <LinkToHandOn {...handed} onDone={() => setHanded(null)} />}
      {agents && (
        <div className={classes.scroll}>
          <table className={classes.agents}>
            <caption className={classes.unseen}>{t('agents.title')}</caption>
            <thead>
              <tr>
                {(['name', 'email', 'role', 'state'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`agents.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className={classes.unseen}>{t('agents.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.map((agent) => (
                <AgentRow
                  key={agent.id}
                  agent={agent}
                  isMe={agent.id === me?.id}
                  onLink={(link) => setHanded({ ...link, name: agent.name })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!agents && !error && <Skeleton height={160} aria-label={t('common.loading')} role="status" />}
      {!agents && error && (
        <StateMessage icon={<IconCloudOff />} title={t('agents.failed')} text={explain(error, t)} alert>
          <Button variant="light" onClick={() => void refetch()}>
            {t('common.retry')}
          </Button>
        </StateMessage>
      )}
    </main>
  );
}
