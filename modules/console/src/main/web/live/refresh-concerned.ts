import type { QueryClient } from '@tanstack/react-query';
import type { Subject } from '../api/types';
import { concerned } from './concerned';
import type { Changed } from './hint';

/** Reads again what an own change made stale, without waiting for the server's hint about it. */
export function refreshConcerned(client: QueryClient, subject: Subject, what: Changed): Promise<unknown> {
  const hint = {
    conversationId: subject.kind === 'conversation' ? subject.id : null,
    contactId: subject.kind === 'contact' ? subject.id : null,
    sessionId: null,
    what: [what],
  };
  return Promise.all(concerned(client, hint).map((queryKey) => client.invalidateQueries({ queryKey })));
}
