import type { QueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { unmerge } from '../api/contacts';
import type { Id, NamedContact } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { showUndo } from '../ui/show-undo';

/** Tells that a contact became part of another, and offers to make them two again. */
export function offerUnmerge(client: QueryClient, merged: Id, into: NamedContact, t: TFunction): void {
  const undo = async () => {
    try {
      await unmerge(merged);
    } catch (error) {
      complain(t('contact.notUnmerged', { name: into.name }), error, t);
    }
    await refreshConcerned(client, { kind: 'contact', id: into.id }, 'contact');
  };
  showUndo(`unmerge ${merged}`, t('contact.merged', { name: into.name }), undo, t);
}
