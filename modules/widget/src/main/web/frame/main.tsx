import { render } from 'preact';
import { WidgetApi } from './api/widgetApi';
import { App } from './App';
import { Chat } from './chat/chat';
import { Memory } from './chat/memory';
import { embed } from './embedding/embed';
import './styles/frame.css';

const siteKey = new URLSearchParams(location.search).get('site') ?? '';
const lasting = new Memory('localStorage', siteKey);
const passing = new Memory('sessionStorage', siteKey);
const liveAddress = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/widget/v1/live`;
const chat = new Chat({ api: new WidgetApi(), siteKey, lasting, passing, liveAddress });
const host = embed(chat, passing, siteKey);

addEventListener('online', () => chat.networkCameBack());
addEventListener('offline', () => chat.networkWent());
addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && host.close());
// A machine that slept finds its socket dead without having been told.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && chat.lookAgain());

render(<App chat={chat} draft={passing} close={host.close} />, document.getElementById('app') as HTMLElement);
