import type { Launcher } from '../../protocol/embedding';
import type { ChatState } from '../chat/state';
import { coloursOf } from './colours';

export function titleOf({ site, language }: ChatState): string {
  return site?.texts.title || site?.name || language.texts.title;
}

export function launcherOf(state: ChatState): Launcher {
  const { texts } = state.language;
  return {
    ...coloursOf(state.site?.colour),
    title: titleOf(state),
    openLabel: state.unread > 0 ? texts.openChatUnread(state.unread) : texts.openChat,
    closeLabel: texts.closeChat,
    unread: state.unread,
  };
}

/** Colours, language and title of the frame's document; the colours by script, so that no inline style is needed. */
export function dress(document: Document, state: ChatState): void {
  const root = document.documentElement;
  const { colour, ink } = coloursOf(state.site?.colour);
  root.style.setProperty('--accent', colour);
  root.style.setProperty('--ink', ink);
  root.lang = state.language.locale;
  root.dir = state.language.direction;
  document.title = titleOf(state);
}
