import { titleOf } from './site/appearance';
import { useChat } from './useChat';

export function Header({ close }: { close(): void }) {
  const { state } = useChat();
  const title = titleOf(state);
  const subtitle = state.site && state.site.name !== title ? state.site.name : null;
  return (
    <header class="header">
      <div class="headline">
        <h1>{title}</h1>
        {subtitle && <p>{subtitle}</p>}
      </div>
      <button type="button" class="icon" aria-label={state.language.texts.closeChat} onClick={close}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 6 18 18M18 6 6 18" />
        </svg>
      </button>
    </header>
  );
}
