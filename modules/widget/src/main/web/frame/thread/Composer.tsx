import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { focusEntry } from '../embedding/focus';
import { longestText } from '../preChat/validation';
import { useChat } from '../useChat';

const tallest = 140;

export function Composer() {
  const { chat, state, draft } = useChat();
  const { texts } = state.language;
  const [text, setText] = useState(() => draft.read<string>('draft') ?? '');
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (state.focusRequests > 0 && document.hasFocus()) focusEntry(area.current);
  }, [state.focusRequests]);
  useLayoutEffect(() => fitToText(area.current), [text, state.open]);

  function write(typed: string): void {
    setText(typed);
    draft.write('draft', typed);
  }

  function send(event: Event): void {
    event.preventDefault();
    area.current?.focus();
    if (text.trim() === '') return;
    chat.send(text.trim());
    setText('');
    draft.forget('draft');
  }

  /** On a touch keyboard Enter makes a line, there is a button to send; while a script is being composed it chooses a word. */
  function onKeyDown(event: KeyboardEvent): void {
    const plain = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (plain && !matchMedia('(pointer: coarse)').matches) send(event);
  }

  return (
    <form class="composer" onSubmit={send}>
      <textarea
        ref={area}
        rows={1}
        dir="auto"
        aria-label={texts.composerLabel}
        placeholder={texts.composer}
        maxLength={longestText}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" class="send" aria-label={texts.send} aria-disabled={text.trim() === ''}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />
        </svg>
      </button>
    </form>
  );
}

function fitToText(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.blockSize = 'auto';
  area.style.blockSize = `${Math.min(area.scrollHeight, tallest)}px`;
}
