import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../api/access';
import { agentsQuery, changeAgent, renewPasswordLink } from '../api/agents';
import type { Agent, PasswordLink, Role } from '../api/types';
import { complain } from '../ui/complain';
import classes from './agents-page.module.css';

interface Props {
  agent: Agent;
  isMe: boolean;
  onLink: (link: PasswordLink) => void;
}

/** One agent, whom an administrator changes in place. */
export function AgentRow({ agent, isMe, onLink }: Props) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { name, email, role, active, invited } = agent;

  const change = useMutation({
    mutationFn: (body: { role?: Role; active?: boolean }) => changeAgent(agent.id, body),
    onError: (error) => complain(t('agents.notChanged', { name }), error, t),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: agentsQuery.queryKey }),
        // What I may do may have changed, too.
        isMe && queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  });
  const link = useMutation({
    mutationFn: () => renewPasswordLink(agent.id),
    onError: (error) => complain(t('agents.noLink', { name }), error, t),
    onSuccess: onLink,
  });
  const state = active ? (invited ? 'invited' : 'active') : 'inactive';

  return (
    <tr data-inactive={!active || undefined}>
      <th scope="row" dir="auto">
        {name}
        {isMe && <span className={classes.you}> ({t('agents.you')})</span>}
      </th>
      <td>{email}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('agents.roleOf', { name })}
          value={role}
          disabled={change.isPending}
          onChange={(event) => change.mutate({ role: event.currentTarget.value as Role })}
          data={(['agent', 'administrator'] as const).map((value) => ({
            value,
            label: t(`navigation.role.${value}`),
          }))}
        />
      </td>
      <td>{t(`agents.${state}`)}</td>
      <td className={classes.actions}>
        {active && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('agents.newLinkOf', { name })}
            loading={link.isPending}
            onClick={() => link.mutate()}
          >
            {t('agents.newLink')}
          </Button>
        )}
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t(active ? 'agents.deactivateOf' : 'agents.activateOf', { name })}
          loading={change.isPending}
          onClick={() => change.mutate({ active: !active })}
        >
          {t(active ? 'agents.deactivate' : 'agents.activate')}
        </Button>
      </td>
    </tr>
  );
}
