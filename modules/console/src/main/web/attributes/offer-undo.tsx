import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { QueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { pinAttribute, readStory, releaseAttribute, setAttribute } from '../api/attributes';
import { Problem } from '../api/problem';
import type { AttributeValue, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';
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
  // One offer for each value: the latest.
  const id = `undo ${subject.id} ${key}`;
  notifications.hide(id);
  const undo = async () => {
    notifications.hide(id);
    try {
      await restore(change, t);
    } catch (error) {
      complain(t('undo.failed', { name }), error, t);
    }
    await refreshConcerned(client, subject, subject.kind === 'contact' ? 'contact' : 'attributes');
  };
  notifications.show({
    id,
    message: (
      <>
        {t(mine === null ? 'undo.removed' : 'undo.saved', { name })}{' '}
        <Button size="compact-xs" variant="light" onClick={() => void undo()}>
          {t('undo.undo')}
        </Button>
      </>
    ),
    role: 'status',
    autoClose: 10_000,
    closeButtonProps: { 'aria-label': t('common.close') },
  });
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
