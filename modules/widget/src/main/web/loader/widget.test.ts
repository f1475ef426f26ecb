import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToLoader } from '../protocol/embedding';

const origin = 'https://chat.example.com';
const launcher = { colour: '#123456', ink: '#ffffff', title: 'Chat', openLabel: 'Open chat', closeLabel: 'Close chat', unread: 0 };
type Post = ReturnType<typeof vi.fn<(message: unknown, targetOrigin: string) => void>>;

function snippet(): void {
  window.rapport = function (...call: unknown[]) {
    (window.rapport!.q = [...((window.rapport!.q as unknown[][]) ?? []), call] as ArrayLike<unknown>[]);
  } as never;
}

/** There is no chat server behind these tests: a plain element stands for its frame, and what it says is said by hear(). */
const create = document.createElement.bind(document);
vi.spyOn(document, 'createElement').mockImplementation((name: string) => create(name === 'iframe' ? 'test-frame' : name));

async function load(): Promise<Post> {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.setAttribute('src', `${origin}/widget.js`);
  script.dataset['site'] = 'a&b';
  document.head.append(script);
  vi.resetModules();
  await import('./widget');
  const post: Post = vi.fn();
  Object.assign(frame(), { contentWindow: { postMessage: post } });
  return post;
}

function host(): HTMLElement {
  return document.querySelector('#rapport-widget') as HTMLElement;
}

function frame(): HTMLIFrameElement {
  return host().shadowRoot!.querySelector('test-frame') as HTMLIFrameElement;
}

function button(): HTMLButtonElement {
  return host().shadowRoot!.querySelector('button') as HTMLButtonElement;
}

function hear(message: ToLoader, from = origin, source: unknown = frame().contentWindow): void {
  const event = new Event('message');
  Object.assign(event, { data: message, origin: from, source });
  window.dispatchEvent(event);
}

describe('the loader', () => {
  afterAll(() => void vi.restoreAllMocks());
  beforeEach(() => {
    document.head.replaceChildren();
    document.body.replaceChildren();
    localStorage.clear();
    delete window.rapport;
  });

  it('loads the frame of the server that the script came from', async () => {
    await load();
    expect(frame().src).toBe(`${origin}/widget/frame?site=a%26b`);
  });

  it('carries out the calls that were made before it had loaded, once the site is known', async () => {
    snippet();
    window.rapport!('open');
    await load();
    expect(host().hasAttribute('data-open')).toBe(false);
    hear({ rapport: 'launcher', launcher });
    expect(host().hasAttribute('data-open')).toBe(true);
  });

  it('stays one when the script is on the page twice', async () => {
    await load();
    vi.resetModules();
    await import('./widget');
    expect(document.querySelectorAll('#rapport-widget')).toHaveLength(1);
  });

  it('listens to nobody but its own frame', async () => {
    await load();
    hear({ rapport: 'launcher', launcher }, 'https://evil.example');
    hear({ rapport: 'launcher', launcher }, origin, window);
    expect(host().hasAttribute('data-ready')).toBe(false);
  });

  it('tells the page only to the chat server', async () => {
    const post = await load();
    hear({ rapport: 'hello' });
    expect(post).toHaveBeenCalledWith(expect.objectContaining({ rapport: 'page', page: expect.objectContaining({ url: location.href }) }), origin);
  });

  it('says on the button what it does and how much is unread', async () => {
    await load();
    hear({ rapport: 'launcher', launcher: { ...launcher, unread: 12, openLabel: 'Open chat, 12 unread messages' } });
    expect(button().getAttribute('aria-label')).toBe('Open chat, 12 unread messages');
    expect(button().querySelector('.badge')?.textContent).toBe('9+');
    button().click();
    expect(button().getAttribute('aria-label')).toBe('Close chat');
    expect(button().getAttribute('aria-expanded')).toBe('true');
  });

  it('keeps for the frame what a return needs, and nothing else', async () => {
    const post = await load();
    hear({ rapport: 'keep', name: 'visitor', value: '"token"' });
    hear({ rapport: 'keep', name: 'draft' as never, value: '"secret"' });
    hear({ rapport: 'hello' });
    expect(post).toHaveBeenLastCalledWith(expect.objectContaining({ kept: { visitor: '"token"' } }), origin);
    expect(localStorage.length).toBe(1);
  });

  it('reports a new address of a single-page application', async () => {
    vi.useFakeTimers();
    const post = await load();
    hear({ rapport: 'hello' });
    post.mockClear();
    history.pushState({}, '', '/teapots');
    vi.runAllTimers();
    expect(post).toHaveBeenCalledWith(expect.objectContaining({ page: expect.objectContaining({ url: expect.stringContaining('/teapots') }) }), origin);
    vi.useRealTimers();
  });
});
