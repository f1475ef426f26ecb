import type { Message } from '../api/types';

/** The thread with what came in, each message once, in the conversation's order; the same array when nothing is new. */
export function merged(thread: readonly Message[], incoming: readonly Message[]): readonly Message[] {
  const known = new Set(thread.map((message) => message.id));
  const fresh: Message[] = [];
  for (const message of incoming) {
    if (known.has(message.id)) continue;
    known.add(message.id);
    fresh.push(message);
  }
  return fresh.length === 0 ? thread : [...thread, ...fresh].sort((one, other) => one.sequence - other.sequence);
}

export function newestSequence(messages: readonly Message[]): number {
  return messages.at(-1)?.sequence ?? 0;
}

export function unreadAfter(messages: readonly Message[], seen: number): number {
  return messages.filter((message) => message.author.kind === 'agent' && message.sequence > seen).length;
}
