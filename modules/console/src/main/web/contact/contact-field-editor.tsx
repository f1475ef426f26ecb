import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactField } from '../api/contacts';
import type { Contact, Id } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { EditForm } from '../ui/edit-form';
import { fieldProblem } from '../ui/field-problem';
import classes from './contact-tab.module.css';
import { ChangedMeanwhile, keepProfile, saveContactField } from './save-contact-field';

interface Props {
  conversation: Id;
  contact: Contact;
  field: ContactField;
  name: string;
  onDone: () => void;
}

const inputType = { name: 'text', email: 'email', phone: 'tel' } as const;

export function ContactFieldEditor({ conversation, contact, field, name, onDone }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // What the agent saw when the writing began; live updates must not move it, or a conflict would go unseen.
  const [seen] = useState({ value: contact[field], version: contact.version });
  const [draft, setDraft] = useState(contact[field] ?? '');
  const subject = { kind: 'contact', id: contact.id } as const;

  const saving = useMutation({
    mutationFn: (base: typeof seen) =>
      saveContactField(client, {
        conversation,
        contact: contact.id,
        field,
        value: draft.trim() || null,
        base,
      }),
    onSuccess: (saved) => {
      keepProfile(client, saved);
      void refreshConcerned(client, subject, 'contact');
      onDone();
    },
  });

  const conflict = saving.error instanceof ChangedMeanwhile ? saving.error : null;
  const problem = conflict ? null : fieldProblem(saving.error, field, t);

  return (
    <EditForm
      saving={saving.isPending}
      onSave={() => saving.mutate(conflict?.now ?? seen)}
      onCancel={onDone}
      below={
        conflict && (
          <div className={classes.conflict} role="alert">
            <p>
              <strong>{t('edit.conflictTitle')}</strong>
              {conflict.now.value
                ? t('edit.conflict', { value: conflict.now.value })
                : t('edit.conflictEmpty')}
            </p>
            <div className={classes.choices}>
              <Button size="compact-sm" variant="default" onClick={onDone}>
                {t('edit.keepTheirs')}
              </Button>
              <Button size="compact-sm" type="submit">
                {t('edit.saveMine')}
              </Button>
            </div>
          </div>
        )
      }
    >
      <TextInput
        size="xs"
        type={inputType[field]}
        dir="auto"
        autoFocus
        aria-label={name}
        autoComplete="off"
        value={draft}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          if (problem) saving.reset();
        }}
        onFocus={(event) => event.currentTarget.select()}
        error={problem}
      />
    </EditForm>
  );
}
