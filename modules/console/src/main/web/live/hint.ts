import type { Id } from '../api/types';

export type Changed = 'message' | 'labels' | 'attributes' | 'contact' | 'session' | 'status' | 'inbox';

/** The server's word that something changed; what it is now has to be asked. */
export interface Hint {
  conversationId: Id | null;
  contactId: Id | null;
  sessionId: Id | null;
  what: Changed[];
}

export type Frame = { type: 'ready'; silenceMillis: number | null } | ({ type: 'changed' } & Hint);

/** Null for what a newer server may send and this page does not know. */
export function readFrame(data: unknown): Frame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame = JSON.parse(data);
    if (frame?.type === 'ready') return { type: 'ready', silenceMillis: frame.silenceMillis ?? null };
    if (frame?.type !== 'changed' || !Array.isArray(frame.what)) return null;
    return {
      type: 'changed',
      conversationId: frame.conversationId ?? null,
      contactId: frame.contactId ?? null,
      sessionId: frame.sessionId ?? null,
      what: frame.what,
    };
  } catch {
    return null;
  }
}
