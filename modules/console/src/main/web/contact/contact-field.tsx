import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ContactField as Field } from '../api/contacts';
import type { Contact, Id } from '../api/types';
import { Origin } from '../attributes/origin';
import { useEditing } from '../ui/use-editing';
import { ValueButton } from '../ui/value-button';
import { ContactFieldEditor } from './contact-field-editor';
import classes from './contact-tab.module.css';

interface Props {
  conversation: Id;
  contact: Contact;
  field: Field;
}

/** Name, e-mail or phone, edited where it stands. */
export function ContactField({ conversation, contact, field }: Props) {
  const { t } = useTranslation();
  const { editing, button, open, close } = useEditing();
  const name = t(`contact.fields.${field}`);
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {editing ? (
          <ContactFieldEditor
            conversation={conversation}
            contact={contact}
            field={field}
            name={name}
            onDone={close}
          />
        ) : (
          <span className={classes.value}>
            <ValueButton ref={button} name={name} value={contact[field] || null} onEdit={open} />
            <Origin
              subject={{ kind: 'contact', id: contact.id }}
              field={{ key: field, name }}
              icon
              className={classes.origin}
            >
              <IconHistory size={14} stroke={1.7} aria-hidden />
            </Origin>
          </span>
        )}
      </dd>
    </>
  );
}
