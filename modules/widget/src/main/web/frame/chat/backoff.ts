const first = 1_000;
const longest = 30_000;

/** How long to wait before the next attempt: doubling up to half a minute, spread so that thousands do not come back in step. */
export function backoff(failedAttempts: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longest, first * 2 ** Math.max(0, failedAttempts - 1));
  return Math.round(ceiling * (0.5 + random() / 2));
}
