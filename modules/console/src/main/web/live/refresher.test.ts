import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { later } from '../../../test/fake-server';
import { Refresher } from './refresher';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first hint of a burst is answered at once, all others by one more request', async () => {
  const refresh = vi.fn(() => Promise.resolve());
  const refresher = new Refresher(refresh);
  for (let hint = 0; hint < 50; hint++) refresher.ask(['inbox']);
  expect(refresh).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(5000);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('a hint during a slow request waits for it, then asks again', async () => {
  const slow = later<void>();
  const refresh = vi.fn(() => slow.answer);
  const refresher = new Refresher(refresh);
  refresher.ask(['inbox']);
  refresher.ask(['inbox']);
  await vi.advanceTimersByTimeAsync(5000);
  expect(refresh).toHaveBeenCalledTimes(1);
  slow.give();
  await vi.advanceTimersByTimeAsync(5000);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test('different queries do not wait for each other, and a failure stops nothing', async () => {
  const refresh = vi.fn(() => Promise.reject(new Error('down')));
  const refresher = new Refresher(refresh);
  refresher.ask(['inbox']);
  refresher.ask(['conversations', 'c1', 'panel']);
  expect(refresh).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1000);
  refresher.ask(['inbox']);
  expect(refresh).toHaveBeenCalledTimes(3);
});
