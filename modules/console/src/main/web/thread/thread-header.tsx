import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconCheck, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeStatus } from '../api/conversations';
import { keys } from '../api/keys';
import type { Conversation } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { StatusMark } from '../ui/status-mark';
import classes from './thread-header.module.css';

interface Props {
  conversation: Conversation;
  panelShown: boolean;
  onTogglePanel: () => void;
}

export function ThreadHeader({ conversation, panelShown, onTogglePanel }: Props) {
  const { t } = useTranslation();
  const name = conversation.contact?.name ?? t('contact.fallbackName');
  return (
    <header className={classes.header}>
      <Link
        className={classes.back}
        to="/conversations"
        search={true}
        aria-label={t('thread.back')}
        title={t('thread.back')}
      >
        <IconArrowLeft size={18} stroke={1.7} />
      </Link>
      <div className={classes.who}>
        <h2 className={classes.name} dir="auto" title={name}>
          {name}
        </h2>
        <p className={classes.detail}>
          <StatusMark status={conversation.status} />
          <span>{t('inbox.number', { number: conversation.number })}</span>
          <span className={classes.site} dir="auto">
            {t('thread.via', { site: conversation.site.name })}
          </span>
        </p>
      </div>
      <StatusButton conversation={conversation} />
      <ActionIcon
        size="lg"
        onClick={onTogglePanel}
        aria-expanded={panelShown}
        aria-controls={panelShown ? 'customer' : undefined}
        aria-label={t(panelShown ? 'thread.hideDetails' : 'thread.showDetails')}
        title={t(panelShown ? 'thread.hideDetails' : 'thread.showDetails')}
      >
        <IconLayoutSidebarRight size={18} stroke={1.7} />
      </ActionIcon>
    </header>
  );
}

function StatusButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const resolves = conversation.status === 'open' || conversation.status === 'snoozed';
  const change = useMutation({
    mutationFn: () => changeStatus(conversation.id, resolves ? 'resolved' : 'open'),
    onSuccess: (changed) => client.setQueryData(keys.conversation(conversation.id), changed),
    onError: (error) => complain(t('errors.title'), error, t),
    onSettled: () => refreshConcerned(client, { kind: 'conversation', id: conversation.id }, 'status'),
  });
  if (conversation.status === 'finalised') return null;
  return (
    <Button
      size="xs"
      variant={resolves ? 'filled' : 'default'}
      leftSection={resolves ? <IconCheck size={14} /> : <IconArrowBackUp size={14} />}
      loading={change.isPending}
      onClick={() => change.mutate()}
      className={classes.status}
    >
      {t(resolves ? 'thread.resolve' : 'thread.reopen')}
    </Button>
  );
}
