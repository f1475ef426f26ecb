import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Introduced } from '../api/types';
import type { WidgetApi } from '../api/widgetApi';
import { Introduction } from './introduction';

const proof = { externalId: 'mai', identityToken: 'signed' };

function introduced(change: Partial<Introduced> = {}): Introduced {
  return { sessionId: 's', visitorToken: 'token', verified: false, saved: [], refused: [], ...change };
}

function scene() {
  const api = {
    introduce: vi.fn<WidgetApi['introduce']>().mockResolvedValue(introduced()),
    describe: vi.fn<WidgetApi['describe']>().mockResolvedValue({ saved: [], refused: [] }),
  };
  const page = { conversation: null as string | null, recognised: vi.fn(), refused: vi.fn(), identityRequired: vi.fn() };
  const introduction = new Introduction(api as unknown as WidgetApi, { ...page, conversation: () => page.conversation });
  return { api, page, introduction };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

describe('what a page says of its visitor', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for the session and goes in one call', async () => {
    const { api, introduction } = scene();
    introduction.setUser({ name: 'Mai' });
    introduction.setContactAttributes({ plan: 'gold' });
    introduction.setContactAttributes({ plan: null, size: 7 });
    await settled();
    expect(api.introduce).not.toHaveBeenCalled();
    introduction.begin(false);
    await settled();
    expect(api.introduce).toHaveBeenCalledExactlyOnceWith({ name: 'Mai', attributes: { plan: null, size: 7 } });
  });

  it('is said again when the server was away', async () => {
    const { api, introduction } = scene();
    api.introduce.mockRejectedValueOnce(new Problem(503, 'away'));
    introduction.begin(false);
    introduction.setUser({ name: 'Mai' });
    await settled();
    introduction.setContactAttributes({ plan: 'gold' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.introduce).toHaveBeenLastCalledWith({ name: 'Mai', attributes: { plan: 'gold' } });
  });

  it('is not said again when it was refused, and the page learns why', async () => {
    const { api, page, introduction } = scene();
    api.introduce.mockRejectedValueOnce(new Problem(422, 'identityToken must be signed with HS256.'));
    introduction.begin(false);
    introduction.setUser(proof);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(api.introduce).toHaveBeenCalledOnce();
    expect(page.refused).toHaveBeenCalledExactlyOnceWith('identityToken must be signed with HS256.');
    expect(page.identityRequired).toHaveBeenCalledOnce();
  });

  it('of a conversation waits for one', async () => {
    const { api, page, introduction } = scene();
    introduction.begin(false);
    introduction.setConversationAttributes({ order: 1 });
    await settled();
    expect(api.describe).not.toHaveBeenCalled();
    page.conversation = 'c1';
    introduction.begun();
    await settled();
    expect(api.describe).toHaveBeenCalledExactlyOnceWith('c1', { order: 1 });
  });

  it('proves again who it is when the session asks for it', async () => {
    const { api, page, introduction } = scene();
    api.introduce.mockResolvedValue(introduced({ verified: true }));
    introduction.begin(false);
    introduction.setUser(proof);
    await settled();
    introduction.begin(true);
    await settled();
    expect(api.introduce).toHaveBeenCalledTimes(2);
    expect(page.recognised).toHaveBeenCalledTimes(2);
    expect(page.identityRequired).not.toHaveBeenCalled();
  });

  it('asks the page for a proof that it does not have', async () => {
    const { page, introduction } = scene();
    introduction.begin(true);
    expect(page.identityRequired).toHaveBeenCalledOnce();
    expect(await introduction.proveAgain()).toBe(false);
  });

  it('is forgotten with the visitor, even while it is on its way', async () => {
    const { api, page, introduction } = scene();
    let answer: (value: Introduced) => void = () => undefined;
    api.introduce.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    introduction.begin(false);
    introduction.setUser(proof);
    introduction.reset();
    answer(introduced({ verified: true }));
    introduction.begin(true);
    await settled();
    expect(page.recognised).not.toHaveBeenCalled();
    expect(api.introduce).toHaveBeenCalledOnce();
  });
});
