import { useTranslation } from 'react-i18next';
import type { Panel } from '../api/types';
import { Attributes } from '../attributes/attributes';
import { History } from '../history/history';
import { Labels } from '../labels/labels';
import { SessionInformation } from '../session/session-information';
import { Section } from '../ui/section';
import { StatusMark } from '../ui/status-mark';
import classes from './conversation-tab.module.css';

/** What this conversation is about, and from where and with what the customer writes. */
export function ConversationTab({ panel }: { panel: Panel }) {
  const { t } = useTranslation();
  const { conversation, session } = panel;
  const subject = { kind: 'conversation', id: conversation.id } as const;
  return (
    <>
      <Section title={t('conversation.information')}>
        <dl className={classes.facts}>
          <dt>{t('conversation.number')}</dt>
          <dd>{t('inbox.number', { number: conversation.number })}</dd>
          <dt>{t('conversation.status')}</dt>
          <dd>
            <StatusMark status={conversation.status} />
          </dd>
        </dl>
      </Section>
      <Section title={t('conversation.labels')}>
        <Labels subject={subject} labels={conversation.labels} />
      </Section>
      <Attributes
        subject={subject}
        title={t('conversation.attributes')}
        attributes={conversation.attributes}
        pending={conversation.pending}
        site={conversation.site}
      />
      <Section title={t('session.title')}>
        <SessionInformation session={session} />
      </Section>
      <History subject={subject} />
    </>
  );
}
