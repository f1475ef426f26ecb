import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Message, Session, Site } from '../api/types';
import type { WidgetApi } from '../api/widgetApi';
import { Chat } from './chat';
import { Memory } from './memory';
import { asksBeforeChat } from './state';

const page = { url: 'https://shop.example/', title: 'Shop', referrer: '' };
const conversation = { id: 'c1', number: 42, status: 'open' };
const site: Site = {
  key: 'demo',
  name: 'Shop',
  texts: {},
  colour: '#336699',
  locale: 'en',
  preChat: { enabled: true, fields: [{ key: 'name', subject: 'contact', label: 'Name', type: 'text', required: true }] },
  privacyNotice: null,
};

class FakeSocket {
  static made: FakeSocket[] = [];
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onopen: (() => void) | null = null;
  constructor() {
    FakeSocket.made.push(this);
  }
  static say(frame: object): void {
    FakeSocket.made.at(-1)?.onmessage?.({ data: JSON.stringify(frame) });
  }
  send(): void {}
  close(): void {}
}

function message(sequence: number, kind: Message['author']['kind'] = 'agent', clientMessageId?: string): Message {
  return { id: `m${sequence}`, sequence, author: { kind, name: 'Mai' }, text: `text ${sequence}`, at: '2026-05-01T10:00:00Z', clientMessageId: clientMessageId ?? null };
}

function session(change: Partial<Session> = {}): Session {
  return { sessionId: 's', visitorToken: 'token', conversation: null, unread: 0, ...change };
}

function scene() {
  const api = {
    visitorToken: 'token',
    authorise: vi.fn(),
    site: vi.fn<WidgetApi['site']>().mockResolvedValue(site),
    openSession: vi.fn<WidgetApi['openSession']>().mockResolvedValue(session()),
    startConversation: vi.fn<WidgetApi['startConversation']>(async ({ clientMessageId }) => ({
      conversationId: 'c1',
      number: 42,
      message: message(1, 'visitor', clientMessageId),
    })),
    messages: vi.fn<WidgetApi['messages']>().mockResolvedValue({ items: [], next: null }),
    seen: vi.fn<WidgetApi['seen']>().mockResolvedValue(),
    send: vi.fn<WidgetApi['send']>(async (_, clientMessageId) => message(9, 'visitor', clientMessageId)),
  };
  const make = () =>
    new Chat({
      api: api as unknown as WidgetApi,
      siteKey: 'demo',
      lasting: new Memory('localStorage', 'demo'),
      passing: new Memory('sessionStorage', 'demo'),
      liveAddress: 'ws://chat/live',
    });
  return { api, chat: make(), make };
}

async function begin(chat: Chat): Promise<void> {
  chat.at(page, null);
  await settled();
}

/** Lets what can happen without time passing happen. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

describe('a chat', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('WebSocket', FakeSocket);
    FakeSocket.made = [];
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('comes back under the token that the browser kept', async () => {
    const { api, chat, make } = scene();
    await begin(chat);
    await begin(make());
    expect(api.openSession.mock.calls[0]?.[1]).not.toHaveProperty('visitorToken');
    expect(api.openSession.mock.calls[1]?.[1]).toMatchObject({ visitorToken: 'token', page });
  });

  it('tries until the server answers, and not at all for an unknown site', async () => {
    const { api, chat } = scene();
    api.site.mockRejectedValueOnce(new Problem(503, 'away'));
    await begin(chat);
    expect(chat.store.state.phase).toBe('unreachable');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(chat.store.state.phase).toBe('ready');

    const unknown = scene();
    unknown.api.site.mockRejectedValue(new Problem(404, 'no such site'));
    await begin(unknown.chat);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(unknown.chat.store.state.phase).toBe('unknownSite');
    expect(unknown.api.site).toHaveBeenCalledOnce();
  });

  it('becomes a new visitor when the server no longer knows the old one', async () => {
    const { api, chat } = scene();
    localStorage.setItem('rapport:visitor:demo', '"stale"');
    api.openSession.mockRejectedValueOnce(new Problem(401, 'unknown token'));
    await begin(chat);
    expect(api.openSession.mock.calls[1]?.[1]).not.toHaveProperty('visitorToken');
    expect(chat.store.state.phase).toBe('ready');
  });

  it('asks first, then shows the conversation with its first message once', async () => {
    const { api, chat } = scene();
    await begin(chat);
    expect(asksBeforeChat(chat.store.state)).toBe(true);
    chat.start({ name: 'Nam' }, 'help');
    await settled();
    const sent = api.startConversation.mock.calls[0]?.[0];
    expect(sent).toMatchObject({ preChat: { name: 'Nam' }, text: 'help' });
    FakeSocket.say({ type: 'message', conversationId: 'c1', message: message(1, 'visitor', sent?.clientMessageId) });
    expect(chat.store.state.conversation?.id).toBe('c1');
    expect(chat.store.state.messages).toHaveLength(1);
    expect(chat.store.state.outgoing).toHaveLength(0);
  });

  it('brings the form back with the reasons when the server refuses the answers', async () => {
    const { api, chat } = scene();
    api.startConversation.mockRejectedValueOnce(new Problem(422, 'Check', [{ field: 'preChat.name', message: 'Too short' }]));
    await begin(chat);
    chat.start({ name: 'N' }, 'help');
    await settled();
    expect(chat.store.state.refusal).toMatchObject({ text: 'help', problem: { errors: [{ field: 'preChat.name' }] } });
    expect(chat.store.state.outgoing).toHaveLength(0);
  });

  it('starts anew when the conversation was finalised meanwhile', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation: { ...conversation, id: 'old' } }));
    api.send.mockRejectedValueOnce(new Problem(409, 'finalised'));
    await begin(chat);
    chat.send('one more thing');
    await settled();
    expect(api.startConversation).toHaveBeenCalledWith(expect.objectContaining({ text: 'one more thing', clientMessageId: api.send.mock.calls[0]?.[1] }));
    expect(chat.store.state.conversation?.id).toBe('c1');
  });

  it('asks again, with the text kept, when a new conversation needs answers', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    api.send.mockRejectedValueOnce(new Problem(409, 'finalised'));
    api.startConversation.mockRejectedValueOnce(new Problem(422, 'Check', [{ field: 'preChat.name', message: 'Missing' }]));
    await begin(chat);
    chat.send('one more thing');
    await settled();
    expect(asksBeforeChat(chat.store.state)).toBe(true);
    expect(chat.store.state.refusal?.text).toBe('one more thing');
  });

  it('reads every page of the thread when it is opened', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    api.messages.mockImplementation(async (_, after) => (after === 0 ? { items: [message(1), message(2)], next: 2 } : { items: [message(4)], next: null }));
    await begin(chat);
    chat.show(false, true);
    await settled();
    expect(chat.store.state.messages.map(({ sequence }) => sequence)).toEqual([1, 2, 4]);
  });

  it('reads after a broken connection what came meanwhile, without doubling', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    api.messages.mockResolvedValue({ items: [message(1)], next: null });
    await begin(chat);
    chat.show(false, true);
    FakeSocket.say({ type: 'ready' });
    FakeSocket.say({ type: 'message', conversationId: 'c1', message: message(2) });
    await settled();
    FakeSocket.made.at(-1)?.onclose?.({ code: 1006 });
    api.messages.mockClear();
    api.messages.mockResolvedValue({ items: [message(2), message(3)], next: null });
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.say({ type: 'ready' });
    FakeSocket.say({ type: 'message', conversationId: 'c1', message: message(3) });
    await settled();
    expect(api.messages).toHaveBeenCalledWith('c1', 2);
    expect(chat.store.state.messages.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('never takes its own later message for all that came before it', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    api.messages.mockResolvedValue({ items: [message(1)], next: null });
    await begin(chat);
    chat.show(false, true);
    await settled();
    chat.send('mine is number nine');
    await settled();
    api.messages.mockClear();
    FakeSocket.say({ type: 'ready' });
    await settled();
    expect(api.messages).toHaveBeenCalledWith('c1', 1);
  });

  it('counts what the visitor has not seen, and forgets it when it is opened', async () => {
    const { api, chat, make } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    api.messages.mockResolvedValue({ items: [message(1), message(2, 'visitor')], next: null });
    await begin(chat);
    chat.show(false, true);
    await settled();
    chat.hide();
    FakeSocket.say({ type: 'message', conversationId: 'c1', message: message(3) });
    expect(chat.store.state.unread).toBe(1);

    const back = make();
    api.messages.mockImplementation(async (_, after) => ({ items: [1, 2, 3].map((n) => message(n)).filter(({ sequence }) => sequence > Number(after)), next: null }));
    await begin(back);
    expect(back.store.state.unread).toBe(1);
    expect(back.store.state.messages).toHaveLength(1);
    back.show(false, true);
    await settled();
    expect(back.store.state.unread).toBe(0);
    expect(back.store.state.messages).toHaveLength(3);
  });

  it('says that there is no connection only while the server cannot be reached at all', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    await begin(chat);
    FakeSocket.made.at(-1)?.onclose?.({ code: 1006 });
    await settled();
    expect(chat.store.state.offline).toBe(false);
    api.messages.mockRejectedValue(new Problem(0, 'away'));
    await vi.advanceTimersByTimeAsync(1_000);
    FakeSocket.made.at(-1)?.onclose?.({ code: 1006 });
    await settled();
    expect(chat.store.state.offline).toBe(true);
    api.messages.mockResolvedValue({ items: [], next: null });
    await vi.advanceTimersByTimeAsync(2_000);
    FakeSocket.say({ type: 'ready' });
    await settled();
    expect(chat.store.state.offline).toBe(false);
  });

  it('sends what could not be sent as soon as the connection is back', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    await begin(chat);
    api.send.mockRejectedValue(new Problem(0, 'away'));
    api.messages.mockRejectedValue(new Problem(0, 'away'));
    FakeSocket.made.at(-1)?.onclose?.({ code: 1006 });
    chat.send('hello?');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(chat.store.state.outgoing.map(({ state }) => state)).toEqual(['failed']);
    api.send.mockReset().mockImplementation(async (_, clientMessageId) => message(2, 'visitor', clientMessageId));
    api.messages.mockResolvedValue({ items: [], next: null });
    chat.networkCameBack();
    await settled();
    expect(chat.store.state.outgoing).toHaveLength(0);
  });

  it('follows a single-page application, the last of several addresses', async () => {
    const { api, chat } = scene();
    await begin(chat);
    chat.at({ ...page, url: 'https://shop.example/a' }, null);
    chat.at({ ...page, url: 'https://shop.example/b' }, null);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(api.openSession.mock.calls.map(([, request]) => request.page.url)).toEqual(['https://shop.example/', 'https://shop.example/b']);
  });

  it('begins once at a time, so that a first visit that turns pages makes one visitor', async () => {
    const { api, chat } = scene();
    let answer: (opened: Session) => void = () => {};
    api.openSession.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await begin(chat);
    chat.at({ ...page, url: 'https://shop.example/cart' }, null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(api.openSession).toHaveBeenCalledTimes(1);
    answer(session());
    await settled();
    expect(api.openSession).toHaveBeenCalledTimes(2);
  });

  it('goes on reading what was missed until the server answers', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation }));
    api.messages.mockRejectedValueOnce(new Problem(503, 'Busy', [], 1000)).mockResolvedValue({ items: [message(3)], next: null });
    await begin(chat);
    expect(chat.store.state.messages).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(chat.store.state.messages.map(({ sequence }) => sequence)).toEqual([3]);
  });

  it('tells the server once how far the visitor has read, and only of what others wrote', async () => {
    const { api, chat } = scene();
    api.openSession.mockResolvedValue(session({ conversation, unread: 1 }));
    api.messages.mockResolvedValue({ items: [message(1, 'visitor'), message(2)], next: null });
    await begin(chat);
    expect(api.seen).not.toHaveBeenCalled();
    chat.show(false, false);
    await settled();
    chat.send('Thank you');
    await settled();
    expect(api.seen.mock.calls).toEqual([['c1', 2]]);
  });
});
