import { useEffect, useRef, useState } from 'react';
import type { Message } from '../api/types';

/** The visitor's message that arrived last while the thread was open, for those who hear the page. */
export function useNewcomer(messages: Message[]): Message | null {
  const known = useRef<number | null>(null);
  const [newcomer, setNewcomer] = useState<Message | null>(null);
  const last = messages.at(-1);
  useEffect(() => {
    if (!last) return;
    if (known.current !== null && last.sequence > known.current && last.author.kind === 'visitor') {
      setNewcomer(last);
    }
    known.current = last.sequence;
  }, [last]);
  return newcomer;
}
