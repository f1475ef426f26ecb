import { useState } from 'react';
import type { Id } from '../api/types';

export interface Draft {
  text: string;
  private: boolean;
}

const nothing: Draft = { text: '', private: false };

/** What is being written in one conversation; survives looking at another one and reloading the page. */
export function useDraft(conversation: Id): [Draft, (draft: Draft) => void] {
  const key = `rapport.draft.${conversation}`;
  const [draft, setDraft] = useState(() => read(key));
  const keep = (next: Draft) => {
    setDraft(next);
    write(key, next);
  };
  return [draft, keep];
}

function read(key: string): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof kept?.text === 'string' ? { text: kept.text, private: kept.private === true } : nothing;
  } catch {
    return nothing;
  }
}

function write(key: string, draft: Draft): void {
  try {
    if (draft.text === '' && !draft.private) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or switched off: the draft lives as long as the composer.
  }
}
