import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChatState } from '../chat/state';
import { useChat } from '../useChat';
import { Composer } from './Composer';
import { linesOf } from './groups';
import { MessageLine } from './MessageLine';

/** How near to its end the thread counts as being read at the end, in pixels. */
const near = 60;

export function ThreadView() {
  const { state } = useChat();
  const { messages, outgoing, historyLoading, language, site } = state;
  const { texts } = language;
  const { scroll, missed, toEnd, onScroll } = useEndInSight(state);
  const lines = linesOf(messages, outgoing);
  return (
    <>
      <section
        class="scroll thread"
        role="log"
        aria-label={texts.messages}
        aria-busy={historyLoading}
        tabIndex={0}
        ref={scroll}
        onScroll={onScroll}
      >
        {lines.length === 0 && <p class="greeting">{historyLoading ? texts.loading : site?.texts.greeting || texts.greeting}</p>}
        <ol class="messages">
          {lines.map((line) => (
            <MessageLine key={line.key} line={line} />
          ))}
        </ol>
      </section>
      <div class="foot">
        {missed && (
          <button type="button" class="missed" onClick={toEnd}>
            {texts.newMessages}
          </button>
        )}
        <Composer />
      </div>
    </>
  );
}

/** Keeps the newest message in sight, except for a visitor who is reading further up: that one is told that there is more. */
function useEndInSight({ messages, outgoing, open }: ChatState) {
  const scroll = useRef<HTMLElement>(null);
  const atEnd = useRef(true);
  const [missed, setMissed] = useState(false);

  function toEnd(): void {
    if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight;
    atEnd.current = true;
    setMissed(false);
  }

  function onScroll(): void {
    const area = scroll.current;
    if (!area) return;
    atEnd.current = area.scrollHeight - area.scrollTop - area.clientHeight < near;
    if (atEnd.current) setMissed(false);
  }

  useLayoutEffect(toEnd, [open, outgoing.length]);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else if (messages.length > 0) setMissed(true);
  }, [messages]);
  useEffect(() => {
    const watched = new ResizeObserver(() => atEnd.current && toEnd());
    if (scroll.current) watched.observe(scroll.current);
    return () => watched.disconnect();
  }, []);
  return { scroll, missed, toEnd, onScroll };
}
