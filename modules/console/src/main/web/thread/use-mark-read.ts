import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { markRead } from '../api/conversations';
import { keys } from '../api/keys';
import type { Id } from '../api/types';

/** Tells the server how far the agent has read, while the page is really looked at. */
export function useMarkRead(id: Id, newest: number | null): void {
  const client = useQueryClient();
  const looking = useSyncExternalStore(onLook, isLooking);
  const told = useRef<number | null>(null);

  useEffect(() => {
    if (!looking || newest === null || told.current === newest) return;
    told.current = newest;
    markRead(id, newest).then(
      () => client.invalidateQueries({ queryKey: keys.inbox }),
      () => {
        // Tried again with the next message or the next look.
        told.current = null;
      },
    );
  }, [client, id, newest, looking]);
}

function isLooking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function onLook(changed: () => void): () => void {
  window.addEventListener('focus', changed);
  window.addEventListener('blur', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    window.removeEventListener('focus', changed);
    window.removeEventListener('blur', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}
