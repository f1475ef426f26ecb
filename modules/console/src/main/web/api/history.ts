import { infiniteQueryOptions } from '@tanstack/react-query';
import { keys } from './keys';
import { path, request } from './request';
import type { HistoryEntry, HistoryKind, Page, Subject } from './types';

/** What happened to a contact or conversation, the latest first; null for every kind. */
export const historyQuery = (subject: Subject, kind: HistoryKind | null) =>
  infiniteQueryOptions({
    queryKey: keys.history(subject, kind),
    queryFn: ({ pageParam, signal }) =>
      request<Page<HistoryEntry>>(path`/${`${subject.kind}s`}/${subject.id}/history`, {
        query: { kind, after: pageParam, limit: 20 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
