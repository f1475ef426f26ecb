import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { Id } from '../api/types';
import { fetchNewMessages } from '../thread/new-messages';

/**
 * Reads again what a key stands for. What is being read at the moment is awaited first: it may have been read before the
 * change, and would pass for new; and breaking it off would starve whoever scrolls through a list.
 */
export async function refresh(client: QueryClient, key: QueryKey): Promise<unknown> {
  const [root, id, part] = key;
  if (root === keys.conversations[0] && part === 'messages') return fetchNewMessages(client, id as Id);
  const running = client.getQueryCache().findAll({ queryKey: key, fetchStatus: 'fetching' });
  await Promise.allSettled(running.map((query) => query.promise));
  return client.invalidateQueries({ queryKey: key });
}
