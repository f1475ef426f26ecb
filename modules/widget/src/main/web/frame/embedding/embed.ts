import type { Chat } from '../chat/chat';
import type { Memory } from '../chat/memory';
import { dress, launcherOf } from '../site/appearance';
import type { HostPage } from './hostPage';

interface Memories {
  lasting: Memory;
  passing: Memory;
}

/** Ties the chat to the page that shows it. */
export function embed(chat: Chat, host: HostPage, { lasting, passing }: Memories): void {
  host.listen((message) => {
    switch (message.rapport) {
      case 'page':
        lasting.restore(message.kept);
        passing.restore(message.kept);
        return chat.at(message.page, message.locale);
      case 'shown':
        passing.write('open', true);
        return chat.show(message.fullScreen, message.focus);
      case 'hidden':
        passing.forget('open');
        return chat.hide();
      case 'user':
        return chat.setUser(message.user);
      case 'contactAttributes':
        return chat.setContactAttributes(message.attributes);
      case 'conversationAttributes':
        return chat.setConversationAttributes(message.attributes);
      case 'reset':
        return chat.reset();
    }
  });
  let told = '';
  chat.store.subscribe((state) => {
    if (state.phase === 'unknownSite') host.tell({ rapport: 'unavailable', reason: 'the chat server knows no site with this key' });
    if (!state.site) return;
    dress(document, state);
    const text = JSON.stringify(launcherOf(state));
    if (text === told) return;
    host.tell({ rapport: 'launcher', launcher: launcherOf(state) });
    if (told === '' && passing.read<boolean>('open')) host.tell({ rapport: 'reopen' });
    told = text;
  });
}
