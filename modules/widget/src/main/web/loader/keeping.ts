import type { Kept, KeptName } from '../protocol/embedding';

const areas: Record<KeptName, 'localStorage' | 'sessionStorage'> = {
  visitor: 'localStorage',
  seen: 'localStorage',
  open: 'sessionStorage',
};

/**
 * Keeps a few things for the frame in the host page's own storage. Browsers that block third-party cookies let the frame of
 * another site keep nothing, and a visitor who comes back would be a stranger. Where the frame can keep things, nothing is here.
 */
export class Keeping {
  constructor(private readonly siteKey: string) {}

  read(): Kept {
    const kept: Kept = {};
    for (const [name, area] of Object.entries(areas) as [KeptName, 'localStorage' | 'sessionStorage'][]) {
      const value = attempt(() => window[area].getItem(this.key(name)));
      if (typeof value === 'string') kept[name] = value;
    }
    return kept;
  }

  keep(name: KeptName, value: string | null): void {
    const area = Object.hasOwn(areas, name) ? areas[name] : undefined;
    if (!area) return;
    attempt(() => (value === null ? window[area].removeItem(this.key(name)) : window[area].setItem(this.key(name), value)));
  }

  private key(name: KeptName): string {
    return `rapport:${name}:${this.siteKey}`;
  }
}

/** A page may be forbidden to keep anything, too; then a chat lasts as long as the page. */
function attempt<T>(access: () => T): T | null {
  try {
    return access();
  } catch {
    return null;
  }
}
