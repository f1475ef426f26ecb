import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveConnection } from './liveConnection';

class FakeSocket {
  static made: FakeSocket[] = [];
  static get last(): FakeSocket {
    return FakeSocket.made.at(-1) as FakeSocket;
  }
  sent: unknown[] = [];
  closed = false;
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor(readonly address: string) {
    FakeSocket.made.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.closed = true;
  }
  say(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }
}

function connection() {
  const listeners = { hello: vi.fn(() => ({ token: 't' })), ready: vi.fn(), message: vi.fn(), refused: vi.fn(), lost: vi.fn() };
  const live = new LiveConnection('ws://chat/live', listeners, () => 1);
  return { live, listeners };
}

describe('the live connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.made = [];
    vi.stubGlobal('WebSocket', FakeSocket);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says first who it is and where it stopped reading, never in the address', () => {
    connection().live.start();
    FakeSocket.last.onopen?.();
    expect(FakeSocket.last.sent).toEqual([{ type: 'hello', token: 't' }]);
    expect(FakeSocket.last.address).toBe('ws://chat/live');
  });

  it('hands on messages and passes over what it does not understand', () => {
    const { live, listeners } = connection();
    live.start();
    for (const odd of ['not json', '[]', 'null', '{"type":"later"}']) FakeSocket.last.say(odd);
    FakeSocket.last.say({ type: 'message', conversationId: 'c', message: { id: 'm' } });
    expect(listeners.message).toHaveBeenCalledExactlyOnceWith('c', { id: 'm' });
  });

  it('comes back after ever longer pauses, and quickly again after it stood', () => {
    const { live } = connection();
    live.start();
    const pauses = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000];
    for (const pause of pauses) {
      FakeSocket.last.onclose?.({ code: 1006 });
      const made = FakeSocket.made.length;
      vi.advanceTimersByTime(pause - 1);
      expect(FakeSocket.made).toHaveLength(made);
      vi.advanceTimersByTime(1);
      expect(FakeSocket.made).toHaveLength(made + 1);
    }
    FakeSocket.last.say({ type: 'ready' });
    FakeSocket.last.onclose?.({ code: 1006 });
    const made = FakeSocket.made.length;
    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.made).toHaveLength(made + 1);
  });

  it('spreads the pauses, so that thousands do not come back at once', () => {
    const { listeners } = connection();
    new LiveConnection('ws://chat/live', listeners, () => 0).start();
    FakeSocket.last.onclose?.({ code: 1006 });
    vi.advanceTimersByTime(500);
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('gives up a socket that never greets', () => {
    const { live, listeners } = connection();
    live.start();
    const silent = FakeSocket.last;
    vi.advanceTimersByTime(10_000);
    expect(silent.closed).toBe(true);
    expect(listeners.lost).toHaveBeenCalledOnce();
  });

  it('gives up a socket that says nothing for as long as the server named, and comes back', () => {
    const { live, listeners } = connection();
    live.start();
    const silent = FakeSocket.last;
    silent.say({ type: 'ready', silenceMillis: 50_000 });
    vi.advanceTimersByTime(49_999);
    expect(silent.closed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(silent.closed).toBe(true);
    expect(listeners.lost).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('keeps a socket that says something now and then, whatever it is', () => {
    const { live, listeners } = connection();
    live.start();
    FakeSocket.last.say({ type: 'ready', silenceMillis: 50_000 });
    for (const frame of [{ type: 'alive' }, { type: 'message', conversationId: 'c', message: {} }, 'not json', { type: 'alive' }]) {
      vi.advanceTimersByTime(49_999);
      FakeSocket.last.say(frame);
    }
    expect(FakeSocket.made).toHaveLength(1);
    expect(listeners.lost).not.toHaveBeenCalled();
  });

  it('waits for ever for a server that names no silence', () => {
    const { live, listeners } = connection();
    live.start();
    FakeSocket.last.say({ type: 'ready' });
    vi.advanceTimersByTime(3_600_000);
    expect(listeners.lost).not.toHaveBeenCalled();
  });

  it('makes the longest pause when the server has too many', () => {
    connection().live.start();
    FakeSocket.last.onclose?.({ code: 1013 });
    vi.advanceTimersByTime(29_999);
    expect(FakeSocket.made).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('does not run in a circle when it is refused and asked to start again', () => {
    const { live, listeners } = connection();
    listeners.refused.mockImplementation(() => queueMicrotask(() => live.start()));
    live.start();
    FakeSocket.last.say({ type: 'error', title: 'Unknown token' });
    live.start();
    expect(FakeSocket.made).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(FakeSocket.made).toHaveLength(2);
  });

  it('keeps one socket, whoever starts it', () => {
    const { live } = connection();
    live.start();
    live.start();
    expect(FakeSocket.made).toHaveLength(1);
    live.restart();
    expect(FakeSocket.made.map((socket) => socket.closed)).toEqual([true, false]);
  });

  it('stays away once it was stopped', () => {
    const { live, listeners } = connection();
    live.start();
    const socket = FakeSocket.last;
    live.stop();
    socket.say({ type: 'message', conversationId: 'c', message: { id: 'late' } });
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
    expect(listeners.message).not.toHaveBeenCalled();
  });
});
