import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { messagesAfter, messagesPerPage } from '../api/conversations';
import { keys } from '../api/keys';
import type { Id, Message, Page } from '../api/types';

export type Thread = InfiniteData<Page<Message>, string | null>;

/**
 * Takes in what came after the newest message at hand, without reading the history again. Only this appends to
 * a thread: a message put in by anybody else could hide a gap before it.
 */
export async function fetchNewMessages(client: QueryClient, conversation: Id): Promise<void> {
  const key = keys.messages(conversation);
  for (;;) {
    const newest = newestOf(client.getQueryData<Thread>(key));
    if (newest === null || !mayAppend(client, conversation))
      return client.invalidateQueries({ queryKey: key });
    const { items } = await messagesAfter(conversation, newest);
    if (!mayAppend(client, conversation)) return client.invalidateQueries({ queryKey: key });
    client.setQueryData<Thread>(key, (thread) => append(thread, items));
    if (items.length < messagesPerPage) return;
  }
}

// A page that is being read would put back the thread as it stood when the reading began.
function mayAppend(client: QueryClient, conversation: Id): boolean {
  const query = client.getQueryCache().find({ queryKey: keys.messages(conversation) });
  return query?.isActive() === true && query.state.fetchStatus === 'idle';
}

export function newestOf(thread: Thread | undefined): number | null {
  return thread?.pages[0]?.items.at(-1)?.sequence ?? null;
}

function append(thread: Thread | undefined, items: Message[]): Thread | undefined {
  const [newest, ...older] = thread?.pages ?? [];
  if (!thread || !newest) return thread;
  const last = newest.items.at(-1)?.sequence ?? Number.NEGATIVE_INFINITY;
  const fresh = items.filter((message) => message.sequence > last);
  if (fresh.length === 0) return thread;
  return { ...thread, pages: [{ ...newest, items: [...newest.items, ...fresh] }, ...older] };
}
