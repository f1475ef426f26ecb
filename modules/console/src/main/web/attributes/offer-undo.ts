import type { QueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { pinAttribute, readStory, releaseAttribute, setAttribute } from '../api/attributes';
import { Problem } from '../api/problem';
import type { AttributeValue, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
import { showUndo } from '../ui/show-undo';
import { sameValue } from './draft';
import { type Standing, shownIn } from './save-attribute';

interface Change {
  subject: Subject;
  key: string;
  /** What people call it. */
  name: string;
  /** What stood there; null where nothing did. */
  before: Standing | null;
  /** What the agent made of it. */
  mine: AttributeValue | null;
}

/** Tells that a value was saved or removed, and offers to bring back what stood there. */
export function offerUndo(client: QueryClient, change: Change, t: TFunction): void {
  const { subject, key, name, mine } = change;
  const undo = async () => {
    try {
      await restore(change, t);
    } catch (error) {
      complain(t('undo.failed', { name }), error, t);
    }
    await refreshConcerned(client, subject, subject.kind === 'contact' ? 'contact' : 'attributes');
  };
  // One offer for each value: the latest.
  showUndo(`undo ${subject.id} ${key}`, t(mine === null ? 'undo.removed' : 'undo.saved', { name }), undo, t);
}

/** Refused where it is no longer the agent's value that stands there: what came since is somebody's, too. */
async function restore({ subject, key, before, mine }: Change, t: TFunction): Promise<unknown> {
  const { values, version } = await readStory(subject, key);
  const now = shownIn(values);
  if (now?.source !== 'agent' || !sameValue(now.value, mine)) {
    throw new Problem(412, { detail: t('undo.late') });
  }
  if (before?.source === 'agent') return setAttribute(subject, key, before.value ?? null, version);
  if (before?.pinned) return pinAttribute(subject, key, before, version);
  return releaseAttribute(subject, key, version);
}
