import { useSyncExternalStore } from 'react';

const step = 30_000;
const readers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  if (readers.size === 1) {
    now = Date.now();
    timer = setInterval(tick, step);
  }
  return () => {
    readers.delete(reader);
    if (readers.size === 0) clearInterval(timer);
  };
}

function tick(): void {
  now = Date.now();
  for (const reader of readers) reader();
}

/** The time in milliseconds, moving on every half minute: one clock for all ages on the screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
