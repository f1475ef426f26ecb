import { Tooltip } from '@mantine/core';
import { IconBan, IconRosetteDiscountCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contact, Id } from '../api/types';
import { Attributes } from '../attributes/attributes';
import { History } from '../history/history';
import { Labels } from '../labels/labels';
import { Section } from '../ui/section';
import { Claims } from './claims';
import { ContactField } from './contact-field';
import classes from './contact-tab.module.css';

const fields = ['name', 'email', 'phone'] as const;

/** Who the customer is. */
export function ContactTab({
  conversation,
  site,
  contact,
}: {
  conversation: Id;
  site: Id;
  contact: Contact;
}) {
  const { t } = useTranslation();
  const subject = { kind: 'contact', id: contact.id } as const;
  return (
    <>
      <Section title={t('contact.information')} action={<Marks contact={contact} />}>
        <dl className={classes.fields}>
          {fields.map((field) => (
            <ContactField key={field} conversation={conversation} contact={contact} field={field} />
          ))}
        </dl>
        <Claims contact={contact.id} claims={contact.claims} />
      </Section>
      <Section title={t('contact.labels')}>
        <Labels subject={subject} labels={contact.labels} />
      </Section>
      <Attributes
        subject={subject}
        title={t('contact.attributes')}
        attributes={contact.attributes}
        pending={contact.pending}
        site={site}
      />
      <History subject={subject} />
    </>
  );
}

function Marks({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  return (
    <span className={classes.marks}>
      {contact.verified && (
        <Tooltip label={t('contact.verifiedHint')}>
          <span className={classes.verified}>
            <IconRosetteDiscountCheckFilled size={16} aria-hidden />
            {t('contact.verified')}
          </span>
        </Tooltip>
      )}
      {contact.blocked && (
        <span className={classes.blocked}>
          <IconBan size={16} aria-hidden />
          {t('contact.blocked')}
        </span>
      )}
    </span>
  );
}
