import { render } from 'preact';
import { WidgetApi } from './api/widgetApi';
import { App } from './App';
import { Chat } from './chat/chat';
import { Memory, type Elsewhere } from './chat/memory';
import { embed } from './embedding/embed';
import { HostPage } from './embedding/hostPage';
import './styles/base.css';
import './preChat/preChat.css';
import './thread/thread.css';

const siteKey = new URLSearchParams(location.search).get('site') ?? '';
const host = new HostPage();
const elsewhere: Elsewhere = (name, value) => host.tell({ rapport: 'keep', name, value });
const lasting = new Memory('localStorage', siteKey, elsewhere);
const passing = new Memory('sessionStorage', siteKey, elsewhere);
const liveAddress = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/widget/v1/live`;
const sayings = {
  refused: (reason: string) => host.tell({ rapport: 'refused', reason }),
  identityRequired: () => host.tell({ rapport: 'identityRequired' }),
};
const chat = new Chat({ api: new WidgetApi(), siteKey, lasting, passing, liveAddress, page: sayings });
const close = () => host.tell({ rapport: 'close' });

addEventListener('online', () => chat.networkCameBack());
addEventListener('offline', () => chat.networkWent());
addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && close());
// A machine that slept finds its socket dead without having been told.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && chat.lookAgain());

render(<App chat={chat} draft={passing} close={close} />, document.getElementById('app') as HTMLElement);
embed(chat, host, { lasting, passing });
