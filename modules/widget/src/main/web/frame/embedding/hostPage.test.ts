import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToFrame } from '../../protocol/embedding';
import { HostPage } from './hostPage';

const shop = 'https://shop.example';
const pageMessage = { rapport: 'page', page: { url: shop, title: '', referrer: '' }, locale: null, kept: {} } as const;

const listener = () => vi.fn<(message: ToFrame) => void>();

describe('the host page', () => {
  const post = vi.fn();
  const parent = { postMessage: post };
  let heard = listener();
  let host: HostPage;

  function say(data: unknown, origin = shop, source: unknown = parent): void {
    const event = new Event('message');
    Object.assign(event, { data, origin, source });
    window.dispatchEvent(event);
  }

  beforeEach(() => {
    post.mockReset();
    vi.stubGlobal('parent', parent);
    vi.spyOn(window, 'parent', 'get').mockReturnValue(parent as never);
    heard = listener();
    host = new HostPage();
    host.listen(heard);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is told nothing before it has spoken', () => {
    host.tell({ rapport: 'close' });
    expect(post.mock.calls).toEqual([[{ rapport: 'hello' }, '*']]);
  });

  it('is answered at its own origin only', () => {
    say(pageMessage);
    host.tell({ rapport: 'close' });
    expect(heard).toHaveBeenCalledExactlyOnceWith(pageMessage);
    expect(post).toHaveBeenLastCalledWith({ rapport: 'close' }, shop);
  });

  it('is not mistaken for other windows, other origins or other scripts', () => {
    say(pageMessage);
    heard.mockReset();
    say(pageMessage, shop, window);
    say(pageMessage, 'https://evil.example');
    say('rapport');
    say(null);
    say({ type: 'webpack' });
    expect(heard).not.toHaveBeenCalled();
  });
});
