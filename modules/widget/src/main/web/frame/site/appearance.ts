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

/** Colours and language of the frame's document, set by script so that no inline style is needed. */
export function dress(root: HTMLElement, { site, language }: ChatState): void {
  const { colour, ink } = coloursOf(site?.colour);
  root.style.setProperty('--accent', colour);
  root.style.setProperty('--ink', ink);
  root.lang = language.locale;
  root.dir = language.direction;
}
