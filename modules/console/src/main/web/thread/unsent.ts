import type { Id } from '../api/types';
import { allKept, forget, keep } from './kept';

/** An answer or a note on its way to the server. */
export interface Written {
  conversation: Id;
  /** Stays the same for every try, so that the server takes the message once. */
  idempotencyKey: string;
  text: string;
  private: boolean;
  /** The newest message that the writer had before it. */
  writtenAfter: number;
}

/** Keeps what was written until the server has it, or its writer gives it up. */
export const keepUnsent = (written: Written) => keep('unsent', written.idempotencyKey, written);

export const forgetUnsent = (idempotencyKey: string) => forget('unsent', idempotencyKey);

/** What the server did not have yet when this page was left, the oldest first. */
export const unsent = (): Written[] => allKept('unsent').filter(isWritten);

function isWritten(value: unknown): value is Written {
  const written = value as Partial<Written> | null;
  return (
    typeof written?.conversation === 'string' &&
    typeof written.idempotencyKey === 'string' &&
    typeof written.text === 'string' &&
    typeof written.private === 'boolean' &&
    typeof written.writtenAfter === 'number'
  );
}
