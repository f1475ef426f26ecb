import { useEffect, useRef } from 'preact/hooks';
import type { Chat } from './chat/chat';
import type { Memory } from './chat/memory';
import { asksBeforeChat } from './chat/state';
import { keepFocusInside } from './embedding/focus';
import { ChatContext, useChatState } from './useChat';
import { Header } from './Header';
import { PreChatForm } from './preChat/PreChatForm';
import { ThreadView } from './thread/ThreadView';

interface Properties {
  chat: Chat;
  draft: Memory;
  close(): void;
}

export function App({ chat, draft, close }: Properties) {
  const state = useChatState(chat);
  const panel = useRef<HTMLElement>(null);
  const { texts } = state.language;

  useEffect(() => (state.fullScreen && panel.current ? keepFocusInside(panel.current) : undefined), [state.fullScreen]);

  return (
    <ChatContext.Provider value={{ chat, state, draft }}>
      <main class="panel" ref={panel} tabIndex={-1}>
        <Header close={close} />
        {state.phase === 'ready' ? (
          <>
            <p class={state.offline ? 'banner' : 'unseen'} role="status">
              {state.offline && texts.offline}
            </p>
            {asksBeforeChat(state) ? <PreChatForm key={state.visitors} /> : <ThreadView key={state.visitors} />}
          </>
        ) : (
          <section class="notice" aria-live="polite">
            {state.phase === 'loading' ? (
              <p>{texts.loading}</p>
            ) : (
              <>
                <p>{texts.unreachable}</p>
                <button type="button" class="quiet" onClick={() => void chat.begin()}>
                  {texts.tryAgain}
                </button>
              </>
            )}
          </section>
        )}
      </main>
    </ChatContext.Provider>
  );
}
