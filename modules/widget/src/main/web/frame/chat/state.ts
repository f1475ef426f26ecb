import type { Problem } from '../api/problem';
import type { Conversation, Message, Site } from '../api/types';
import { languageOf, type Language } from '../i18n/language';
import type { OutgoingMessage } from './outgoing';

/** All that the frame shows. */
export interface ChatState {
  phase: 'loading' | 'unreachable' | 'unknownSite' | 'ready';
  site: Site | null;
  language: Language;
  conversation: Conversation | null;
  messages: readonly Message[];
  outgoing: readonly OutgoingMessage[];
  /** Why the server did not accept the pre-chat form, and the text that it was sent with. */
  refusal: { problem: Problem; text: string } | null;
  historyLoading: boolean;
  offline: boolean;
  open: boolean;
  fullScreen: boolean;
  /** Grows each time that the visitor comes in and the place to write should take the focus. */
  focusRequests: number;
  unread: number;
  /** Grows each time that the browser becomes somebody else's: what was typed is not theirs. */
  visitors: number;
}

export const initialState: ChatState = {
  phase: 'loading',
  site: null,
  language: languageOf('en'),
  conversation: null,
  messages: [],
  outgoing: [],
  refusal: null,
  historyLoading: false,
  offline: false,
  open: false,
  fullScreen: false,
  focusRequests: 0,
  unread: 0,
  visitors: 0,
};

/** Whether the next message opens a conversation and the site wants some answers first. */
export function asksBeforeChat({ site, conversation }: ChatState): boolean {
  return conversation === null && site !== null && site.preChat.enabled && site.preChat.fields.length > 0;
}

/** One immutable state and those who want to know when it changes. */
export class Store<S extends object> {
  private readonly listeners = new Set<(state: S) => void>();

  constructor(private current: S) {}

  get state(): S {
    return this.current;
  }

  update(change: Partial<S>): void {
    const keys = Object.keys(change) as (keyof S)[];
    if (keys.every((key) => Object.is(this.current[key], change[key]))) return;
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener(this.current);
  }

  subscribe(listener: (state: S) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
