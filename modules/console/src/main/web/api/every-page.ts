import { request } from './request';
import type { Known, Page } from './types';

const pageSize = 100;
const mostPages = 20;

/** Reads a catalogue (labels, definitions) whole, up to 2,000 entries: pickers search in it. */
export async function everyPage<T>(
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<T[]> {
  const items: T[] = [];
  let after: Known<string>;
  for (let page = 0; page < mostPages; page++) {
    const answer: Page<T> = await request<Page<T>>(path, {
      query: { ...query, after, limit: pageSize },
      signal,
    });
    items.push(...answer.items);
    after = answer.next;
    if (!after) break;
  }
  return items;
}
