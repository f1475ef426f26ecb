import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { Conversation, Id, Panel } from '../api/types';
import type { Changed, Hint } from './hint';

type Part = 'head' | 'messages' | 'panel';

const parts: Record<Changed, Part[]> = {
  message: ['messages'],
  labels: ['panel'],
  attributes: ['panel'],
  contact: ['head', 'panel'],
  session: ['panel'],
  status: ['head', 'panel'],
  inbox: [],
};

/** The keys of the queries in the cache that a hint makes stale, each once, and no other. */
export function concerned(client: QueryClient, hint: Hint): QueryKey[] {
  const stale = new Set(hint.what.flatMap((what) => parts[what] ?? []));
  const conversations = client
    .getQueryCache()
    .findAll({ queryKey: keys.conversations })
    .map((query) => query.queryKey)
    .filter(
      ([, id, part]) =>
        isAbout(client, id as Id, hint) &&
        (stale.has(part as Part) || (part === 'panel' && isOfNewSession(client, id as Id, hint))),
    );
  return [...(touchesInbox(hint) ? [keys.inbox] : []), ...conversations, ...abouts(client, hint)];
}

const inStories = new Set<Changed>(['attributes', 'contact']);
const inHistory = new Set<Changed>(['attributes', 'contact', 'labels']);

/** The stories of values and the histories of the contact or conversation that a hint names; of all when it names none. */
function abouts(client: QueryClient, { what, conversationId, contactId, sessionId }: Hint): QueryKey[] {
  const everything = conversationId === null && contactId === null && sessionId === null;
  return client
    .getQueryCache()
    .findAll({ queryKey: keys.about })
    .map((query) => query.queryKey)
    .filter(([, kind, id, part]) => {
      const named = id === (kind === 'contact' ? contactId : conversationId);
      const parts = part === 'story' ? inStories : inHistory;
      return (everything || named) && what.some((changed) => parts.has(changed));
    });
}

const inInbox = new Set<Changed>(['message', 'labels', 'contact', 'status', 'inbox']);

// The inbox shows the contact's name, the conversation's labels, status and last message. It shows the country, too, but a
// session changes with every page that its visitor turns: where the country may have changed, the server says 'inbox'.
function touchesInbox({ what, conversationId, contactId }: Hint): boolean {
  const ofContactOnly = conversationId === null && contactId !== null;
  return what.some((changed) => inInbox.has(changed) && !(changed === 'labels' && ofContactOnly));
}

// The visitor came back and wrote: the panel still shows the visit before.
function isOfNewSession(client: QueryClient, conversation: Id, { what, sessionId }: Hint): boolean {
  if (sessionId === null || !what.includes('message')) return false;
  return sessionId !== client.getQueryData<Panel>(keys.panel(conversation))?.session?.id;
}

function isAbout(client: QueryClient, conversation: Id, hint: Hint): boolean {
  const { conversationId, contactId, sessionId } = hint;
  if (conversationId === null && contactId === null && sessionId === null) return true;
  if (conversationId !== null) return conversationId === conversation;
  const panel = client.getQueryData<Panel>(keys.panel(conversation));
  const head = client.getQueryData<Conversation>(keys.conversation(conversation));
  if (contactId !== null && contactId === (panel?.contact?.id ?? head?.contact?.id)) return true;
  return sessionId !== null && sessionId === panel?.session?.id;
}
