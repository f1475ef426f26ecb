import type { Attributes, User } from './person';

/**
 * What the loader on the host page and the frame of the chat server say to each other by `postMessage`.
 * Both sides check the other's window and origin; nothing of the conversation's content crosses this border.
 */
export interface Page {
  url: string;
  title: string;
  referrer: string;
}

/** What a page keeps for a frame that may keep nothing itself; never anything that was written in the chat. */
export type KeptName = 'visitor' | 'seen' | 'open';
export type Kept = { [name in KeptName]?: string };

export type ToFrame =
  | { rapport: 'page'; page: Page; locale: string | null; kept: Kept }
  | { rapport: 'shown'; fullScreen: boolean; focus: boolean }
  | { rapport: 'hidden' }
  | { rapport: 'user'; user: User }
  | { rapport: 'contactAttributes'; attributes: Attributes }
  | { rapport: 'conversationAttributes'; attributes: Attributes }
  | { rapport: 'reset' };

export type ToLoader =
  | { rapport: 'hello' }
  | { rapport: 'launcher'; launcher: Launcher }
  | { rapport: 'unavailable'; reason: string }
  | { rapport: 'keep'; name: KeptName; value: string | null }
  | { rapport: 'reopen' }
  /** The server did not take what the page said of its visitor. */
  | { rapport: 'refused'; reason: string }
  /** What is known of somebody is shown again once the page proves again who it is. */
  | { rapport: 'identityRequired' }
  | { rapport: 'close' };

/** How the launcher button looks and reads; the frame knows the site and the language, the loader does not. */
export interface Launcher {
  colour: string;
  ink: string;
  title: string;
  openLabel: string;
  closeLabel: string;
  unread: number;
}

export function isOf<M extends ToFrame | ToLoader>(data: unknown): data is M {
  return typeof data === 'object' && data !== null && typeof (data as { rapport?: unknown }).rapport === 'string';
}
