import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { OutgoingMessages, type OutgoingMessage } from './outgoing';

const away = () => Promise.reject(new Problem(0, 'away'));

function queue(kept: OutgoingMessage[] | null = null) {
  const seen: { now: readonly OutgoingMessage[]; kept: string } = { now: [], kept: JSON.stringify(kept) };
  const deliver = vi.fn<(message: OutgoingMessage) => Promise<void>>().mockResolvedValue();
  const store = { read: () => JSON.parse(seen.kept), write: (messages: readonly OutgoingMessage[]) => void (seen.kept = JSON.stringify(messages)) };
  const outgoing = new OutgoingMessages(deliver, store, (messages) => (seen.now = messages), () => 1);
  return { outgoing, deliver, seen, texts: () => deliver.mock.calls.map(([message]) => message.text) };
}

describe('outgoing messages', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('leave one after the other, in the order in which they were written', async () => {
    const { outgoing, deliver, texts, seen } = queue();
    let arrive: () => void = () => undefined;
    deliver.mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)));
    outgoing.add('first');
    outgoing.add('second');
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toEqual(['first']);
    arrive();
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toEqual(['first', 'second']);
    expect(seen.now).toEqual([]);
  });

  it('keep their clientMessageId through every attempt', async () => {
    const { outgoing, deliver } = queue();
    deliver.mockImplementationOnce(away).mockImplementationOnce(away);
    outgoing.add('again');
    await vi.advanceTimersByTimeAsync(10_000);
    const identifiers = deliver.mock.calls.map(([message]) => message.clientMessageId);
    expect(identifiers).toHaveLength(3);
    expect(new Set(identifiers).size).toBe(1);
  });

  it('are said to be unsent when the server stays away, and go when it is back', async () => {
    const { outgoing, deliver, seen, texts } = queue();
    deliver.mockImplementation(away);
    outgoing.add('one');
    outgoing.add('two');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.now.map((message) => message.state)).toEqual(['failed', 'failed']);
    const attempts = deliver.mock.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(deliver).toHaveBeenCalledTimes(attempts);
    deliver.mockReset().mockResolvedValue();
    outgoing.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toEqual(['one', 'two']);
    expect(seen.now).toEqual([]);
  });

  it('wait as long as the server asks, whatever else is written meanwhile', async () => {
    const { outgoing, deliver, seen, texts } = queue();
    deliver.mockRejectedValueOnce(new Problem(429, 'slowly', [], 7_000));
    outgoing.add('one');
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.now.map((message) => message.state)).toEqual(['waiting']);
    outgoing.add('two');
    await vi.advanceTimersByTimeAsync(6_900);
    expect(texts()).toEqual(['one']);
    await vi.advanceTimersByTimeAsync(200);
    expect(texts()).toEqual(['one', 'one', 'two']);
  });

  it('do not hold up the others when one is refused for good', async () => {
    const { outgoing, deliver, seen, texts } = queue();
    deliver.mockRejectedValueOnce(new Problem(422, 'Too long'));
    outgoing.add('refused');
    outgoing.add('fine');
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toEqual(['refused', 'fine']);
    expect(seen.now).toMatchObject([{ text: 'refused', state: 'refused', reason: 'Too long' }]);
  });

  it('outlive a change of page and are sent under their old clientMessageId', async () => {
    const before = queue();
    before.deliver.mockImplementation(() => new Promise(() => undefined));
    before.outgoing.add('on its way');
    const after = queue(JSON.parse(before.seen.kept));
    expect(after.seen.now).toHaveLength(1);
    after.outgoing.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(after.deliver.mock.calls[0]?.[0].clientMessageId).toBe(before.seen.now[0]?.clientMessageId);
  });

  it('that were waiting for their turn are not forgotten by the next page', async () => {
    const { outgoing, texts } = queue([{ clientMessageId: 'a', text: 'waited', at: '2026-01-01T00:00:00Z', state: 'waiting' }]);
    outgoing.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toEqual(['waited']);
  });

  it('go away when they are seen to have arrived by another way', async () => {
    const { outgoing, deliver, seen } = queue();
    deliver.mockImplementation(away);
    outgoing.add('arrived, but the answer was lost');
    await vi.advanceTimersByTimeAsync(0);
    outgoing.settle(seen.now[0]?.clientMessageId ?? '');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen.now).toEqual([]);
    expect(deliver).toHaveBeenCalledOnce();
  });

  it('of a form sent again stay the same message while the text is the same', async () => {
    const { outgoing, deliver, seen } = queue();
    deliver.mockImplementation(away);
    outgoing.replaceFirst('help', { name: 'Nam' });
    await vi.advanceTimersByTimeAsync(60_000);
    const first = seen.now[0]?.clientMessageId;
    outgoing.replaceFirst('help', { name: 'Nam Nguyen' });
    expect(seen.now).toMatchObject([{ clientMessageId: first, preChat: { name: 'Nam Nguyen' } }]);
    await vi.advanceTimersByTimeAsync(60_000);
    outgoing.replaceFirst('help me', { name: 'Nam Nguyen' });
    expect(seen.now).toHaveLength(1);
    expect(seen.now[0]?.clientMessageId).not.toBe(first);
  });
});
