import type { Chat } from '../chat/chat';
import type { Memory } from '../chat/memory';
import { dress, launcherOf, titleOf } from '../site/appearance';
import { HostPage } from './hostPage';

/** Ties the chat to the page that shows it; gives back what the frame can ask of that page. */
export function embed(chat: Chat, passing: Memory, siteKey: string): { close(): void } {
  let told = '';
  const host = new HostPage((message) => {
    switch (message.rapport) {
      case 'page':
        return chat.at(message.page, message.locale);
      case 'shown':
        passing.write('open', true);
        return chat.show(message.fullScreen, message.focus);
      case 'hidden':
        passing.forget('open');
        return chat.hide();
    }
  });
  chat.store.subscribe((state) => {
    if (state.phase === 'unknownSite') host.tell({ rapport: 'unavailable', reason: `there is no site with the key "${siteKey}"` });
    if (!state.site) return;
    const launcher = launcherOf(state);
    const text = JSON.stringify(launcher);
    if (text === told) return;
    dress(document.documentElement, state);
    document.title = titleOf(state);
    host.tell({ rapport: 'launcher', launcher });
    if (told === '' && passing.read<boolean>('open')) host.tell({ rapport: 'reopen' });
    told = text;
  });
  return { close: () => host.tell({ rapport: 'close' }) };
}
