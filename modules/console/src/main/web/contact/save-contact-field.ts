import type { QueryClient } from '@tanstack/react-query';
import { type ContactField, changeContact } from '../api/contacts';
import { panelQuery } from '../api/conversations';
import { keys } from '../api/keys';
import { isStatus, Problem } from '../api/problem';
import type { Id, Known, Panel, Profile } from '../api/types';

interface Seen {
  value: Known<string>;
  version: number;
}

interface Edit {
  conversation: Id;
  contact: Id;
  field: ContactField;
  value: string | null;
  /** What the agent saw when the writing began. */
  base: Seen;
}

/** Somebody else gave the same field another value while this one was written. */
export class ChangedMeanwhile extends Error {
  constructor(readonly now: Seen) {
    super('The field changed meanwhile');
  }
}

const attempts = 3;

/**
 * Saves one field. A change of the contact's other fields is no conflict: the save is repeated on the new
 * version; only a change of this very field is the agent's to decide.
 */
export async function saveContactField(client: QueryClient, edit: Edit): Promise<Profile> {
  let { base } = edit;
  for (let attempt = 1; ; attempt++) {
    try {
      return await changeContact(edit.contact, base.version, edit.field, edit.value);
    } catch (error) {
      if (!isStatus(error, 412) || attempt === attempts) throw error;
    }
    const { contact } = await client.fetchQuery({ ...panelQuery(edit.conversation), staleTime: 0 });
    if (!contact) throw new Problem(404);
    const now = { value: contact[edit.field] ?? null, version: contact.version };
    if (now.value === edit.value) return contact;
    if (now.value !== (base.value ?? null)) throw new ChangedMeanwhile(now);
    base = now;
  }
}

/** Shows a saved contact in every panel at once, before these are read again. */
export function keepProfile(client: QueryClient, { id, name, email, phone, version }: Profile): void {
  const profile = { name: name ?? null, email: email ?? null, phone: phone ?? null, version };
  client.setQueriesData<Panel>(
    {
      queryKey: keys.conversations,
      predicate: ({ queryKey, state }) =>
        queryKey[2] === 'panel' && (state.data as Panel | undefined)?.contact?.id === id,
    },
    (panel) => (panel?.contact ? { ...panel, contact: { ...panel.contact, ...profile } } : panel),
  );
}
