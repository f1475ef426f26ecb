import { hashKey, type QueryKey } from '@tanstack/react-query';

/**
 * Answers a burst of hints with few requests: the first at once, and while that one runs, one more for all
 * that came meanwhile. A running request is never broken off, or a steady stream of hints would starve it.
 */
export class Refresher {
  private readonly running = new Map<string, { again: boolean }>();

  constructor(
    private readonly refresh: (key: QueryKey) => Promise<unknown>,
    private readonly pauseMillis = 250,
  ) {}

  ask(key: QueryKey): void {
    const hash = hashKey(key);
    const run = this.running.get(hash);
    if (run) run.again = true;
    else void this.run(hash, key);
  }

  private async run(hash: string, key: QueryKey): Promise<void> {
    const run = { again: false };
    this.running.set(hash, run);
    do {
      run.again = false;
      // A failure is the query's own business: it shows there.
      await this.refresh(key).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, this.pauseMillis));
    } while (run.again);
    this.running.delete(hash);
  }
}
