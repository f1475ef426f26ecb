import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readStory } from '../api/attributes';
import type { ContactField } from '../api/contacts';
import type { Contact, Id } from '../api/types';
import { offerUndo } from '../attributes/offer-undo';
import { seenIn } from '../attributes/save-attribute';
import { refreshConcerned } from '../live/refresh-concerned';
import { ConflictChoice } from '../ui/conflict-choice';
import { EditForm } from '../ui/edit-form';
import { fieldProblem } from '../ui/field-problem';
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
    mutationFn: async (base: typeof seen) => {
      // What stands there, to be able to bring it back; without it, nothing is offered.
      const story = await readStory(subject, field).catch(() => null);
      const saved = await saveContactField(client, {
        conversation,
        contact: contact.id,
        field,
        value: draft.trim() || null,
        base,
      });
      return { saved, story };
    },
    onSuccess: ({ saved, story }) => {
      keepProfile(client, saved);
      if (story) {
        const change = { subject, key: field, name, mine: saved[field] ?? null };
        offerUndo(client, { ...change, before: seenIn(story).standing }, t);
      }
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
      below={conflict && <ConflictChoice theirs={conflict.now.value || null} onKeepTheirs={onDone} />}
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
