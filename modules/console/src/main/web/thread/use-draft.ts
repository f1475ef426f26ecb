import { useState } from 'react';
import type { Id } from '../api/types';
import { forget, keep, kept } from './kept';

export interface Draft {
  text: string;
  private: boolean;
}

const nothing: Draft = { text: '', private: false };

/** What is being written in one conversation; survives looking at another one and reloading the page. */
export function useDraft(conversation: Id): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => read(conversation));
  const write = (next: Draft) => {
    setDraft(next);
    if (next.text === '' && !next.private) forget('draft', conversation);
    else keep('draft', conversation, next);
  };
  return [draft, write];
}

function read(conversation: Id): Draft {
  const draft = kept('draft', conversation) as Partial<Draft> | undefined;
  return typeof draft?.text === 'string' ? { text: draft.text, private: draft.private === true } : nothing;
}
