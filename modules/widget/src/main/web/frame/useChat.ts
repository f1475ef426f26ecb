import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Chat } from './chat/chat';
import type { Memory } from './chat/memory';
import type { ChatState } from './chat/state';

interface ChatScope {
  chat: Chat;
  state: ChatState;
  /** Where an unfinished message outlives a change of page. */
  draft: Memory;
}

export const ChatContext = createContext<ChatScope | null>(null);

export function useChat(): ChatScope {
  const scope = useContext(ChatContext);
  if (!scope) throw new Error('This belongs inside the App.');
  return scope;
}

export function useChatState(chat: Chat): ChatState {
  const [state, setState] = useState(chat.store.state);
  useEffect(() => {
    setState(chat.store.state);
    return chat.store.subscribe(setState);
  }, [chat]);
  return state;
}
