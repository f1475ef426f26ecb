/** What the frame keeps in the browser, by site. Browsers that keep nothing for embedded pages get memory for this page. */
export class Memory {
  private readonly fallback = new Map<string, string>();

  constructor(
    private readonly area: 'localStorage' | 'sessionStorage',
    private readonly siteKey: string,
  ) {}

  read<T>(name: string): T | null {
    const key = this.key(name);
    try {
      const text = this.fallback.get(key) ?? window[this.area].getItem(key);
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  }

  write(name: string, value: unknown): void {
    const key = this.key(name);
    const text = JSON.stringify(value);
    try {
      window[this.area].setItem(key, text);
      this.fallback.delete(key);
    } catch {
      this.fallback.set(key, text);
    }
  }

  forget(name: string): void {
    const key = this.key(name);
    this.fallback.delete(key);
    try {
      window[this.area].removeItem(key);
    } catch {
      // Nothing was kept there.
    }
  }

  /** Tells of changes that another tab made. */
  onChange<T>(name: string, listener: (value: T | null) => void): void {
    addEventListener('storage', (event) => event.key === this.key(name) && listener(this.read<T>(name)));
  }

  private key(name: string): string {
    return `rapport:${name}:${this.siteKey}`;
  }
}
