import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { Id, Message, Page } from '../api/types';

/** A message of the threads that were read here; facts keep messages by reference, so that erasing reaches them. */
export function knownMessage(client: QueryClient, id: Id): Message | undefined {
  return client
    .getQueriesData<InfiniteData<Page<Message>>>({
      queryKey: keys.conversations,
      predicate: ({ queryKey }) => queryKey[2] === 'messages',
    })
    .flatMap(([, thread]) => thread?.pages ?? [])
    .flatMap((page) => page.items)
    .find((message) => message.id === id);
}
