import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeWebSocket } from '../../../test/fake-web-socket';
import { LiveSocket } from './live-socket';

const listener = { onReady: vi.fn(), onFrame: vi.fn(), onDown: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  FakeWebSocket.install();
});
afterEach(() => void vi.useRealTimers());

const socket = (random = 1) => new LiveSocket('ws://rapport.test/api/v1/live', listener, () => random);

test('each failed attempt doubles the wait, up to twenty seconds', () => {
  socket().open();
  const waits: number[] = [];
  for (let attempt = 0; attempt < 8; attempt++) {
    const before = Date.now();
    FakeWebSocket.last.close();
    const seen = FakeWebSocket.all.length;
    while (FakeWebSocket.all.length === seen) vi.advanceTimersByTime(250);
    waits.push(Date.now() - before);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
});

test('screens do not come back in step: the wait is between half and whole', () => {
  socket(0).open();
  FakeWebSocket.last.close();
  vi.advanceTimersByTime(249);
  expect(FakeWebSocket.all).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(FakeWebSocket.all).toHaveLength(2);
});

test('being heard makes the next wait short again', () => {
  socket().open();
  for (const wait of [500, 1000, 2000]) {
    FakeWebSocket.last.close();
    vi.advanceTimersByTime(wait);
  }
  FakeWebSocket.last.send({ type: 'ready' });
  FakeWebSocket.last.close();
  vi.advanceTimersByTime(500);
  expect(FakeWebSocket.all).toHaveLength(5);
  expect(listener.onDown).toHaveBeenLastCalledWith(0, false);
});

test('the network being back ends the wait', () => {
  const live = socket();
  live.open();
  FakeWebSocket.last.close();
  live.hurry();
  live.hurry();
  expect(FakeWebSocket.all).toHaveLength(2);
  FakeWebSocket.last.send({ type: 'ready' });
  vi.advanceTimersByTime(60_000);
  expect(FakeWebSocket.all).toHaveLength(2);
});

test('once closed it stays closed', () => {
  const live = socket();
  live.open();
  live.close();
  vi.advanceTimersByTime(60_000);
  expect(FakeWebSocket.all).toHaveLength(1);
  expect(listener.onDown).not.toHaveBeenCalled();
});

test('what is no hint is passed over', () => {
  socket().open();
  FakeWebSocket.last.send('not JSON');
  FakeWebSocket.last.send({ type: 'tomorrow' });
  FakeWebSocket.last.send({ type: 'changed' });
  expect(listener.onFrame).not.toHaveBeenCalled();
  FakeWebSocket.last.send({ type: 'changed', conversationId: 'c1', what: ['message'] });
  expect(listener.onFrame).toHaveBeenCalledWith({
    type: 'changed',
    conversationId: 'c1',
    contactId: null,
    sessionId: null,
    what: ['message'],
  });
});

test('a server that says nothing for as long as it named counts as gone', () => {
  socket().open();
  const silent = FakeWebSocket.last;
  silent.send({ type: 'ready', silenceMillis: 50_000 });
  vi.advanceTimersByTime(49_999);
  expect(listener.onDown).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(listener.onDown).toHaveBeenCalledExactlyOnceWith(0, false);
  expect(silent.closed).toBe(true);
  vi.advanceTimersByTime(500);
  expect(FakeWebSocket.all).toHaveLength(2);
});

test('a server that says something now and then is there, whatever it says', () => {
  socket().open();
  FakeWebSocket.last.send({ type: 'ready', silenceMillis: 50_000 });
  for (const frame of [
    { type: 'alive' },
    { type: 'changed', what: ['inbox'] },
    'not JSON',
    { type: 'alive' },
  ]) {
    vi.advanceTimersByTime(49_999);
    FakeWebSocket.last.send(frame);
  }
  expect(listener.onDown).not.toHaveBeenCalled();
  expect(FakeWebSocket.all).toHaveLength(1);
});

test('a socket that never gets ready is given up', () => {
  socket().open();
  vi.advanceTimersByTime(10_000);
  expect(listener.onDown).toHaveBeenCalledExactlyOnceWith(0, false);
  vi.advanceTimersByTime(500);
  expect(FakeWebSocket.all).toHaveLength(2);
});

test('what a socket says that was given up is not heard any more', () => {
  socket().open();
  const late = FakeWebSocket.last;
  late.send({ type: 'ready', silenceMillis: 1_000 });
  vi.advanceTimersByTime(1_500);
  late.send({ type: 'changed', conversationId: 'c1', what: ['message'] });
  expect(listener.onFrame).not.toHaveBeenCalled();
});
