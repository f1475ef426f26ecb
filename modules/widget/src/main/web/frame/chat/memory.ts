import type { Kept, KeptName } from '../../protocol/embedding';

/** Where a browser that denies the frame its own storage keeps the few things that a return needs: see the loader. */
export type Elsewhere = (name: KeptName, value: string | null) => void;

const allowedElsewhere: readonly string[] = ['visitor', 'seen', 'open'] satisfies KeptName[];

/** What the frame keeps in the browser, by site. Denied that, it remembers until the page is left. */
export class Memory {
  private readonly fallback = new Map<string, string>();

  constructor(
    private readonly area: 'localStorage' | 'sessionStorage',
    private readonly siteKey: string,
    private readonly elsewhere: Elsewhere = () => undefined,
  ) {}

  /** What was kept elsewhere comes back; it counts only where this browser denies the frame its own storage. */
  restore(kept: Kept): void {
    if (this.storage()) return;
    for (const [name, value] of Object.entries(kept)) if (!this.fallback.has(name)) this.fallback.set(name, value);
  }

  read<T>(name: string): T | null {
    const text = this.fallback.get(name) ?? this.storage()?.getItem(this.key(name));
    try {
      return text ? (JSON.parse(text) as T) : null;
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    const text = JSON.stringify(value);
    try {
      const storage = this.storage();
      if (!storage) throw new Error('denied');
      storage.setItem(this.key(name), text);
      this.fallback.delete(name);
    } catch {
      this.fallback.set(name, text);
      if (isAllowedElsewhere(name)) this.elsewhere(name, text);
    }
  }

  forget(name: string): void {
    const known = this.fallback.delete(name);
    if (known && isAllowedElsewhere(name)) this.elsewhere(name, null);
    this.storage()?.removeItem(this.key(name));
  }

  /** Tells of changes that another tab made. */
  onChange<T>(name: string, listener: (value: T | null) => void): void {
    addEventListener('storage', (event) => event.key === this.key(name) && listener(this.read<T>(name)));
  }

  private storage(): Storage | null {
    try {
      return window[this.area];
    } catch {
      return null;
    }
  }

  private key(name: string): string {
    return `rapport:${name}:${this.siteKey}`;
  }
}

function isAllowedElsewhere(name: string): name is KeptName {
  return allowedElsewhere.includes(name);
}
