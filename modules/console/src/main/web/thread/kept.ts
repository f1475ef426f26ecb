// What an agent wrote that the server does not have yet, kept in this browser: it survives a reload and a closed tab.

export type Kind = 'draft' | 'unsent';

interface Entry {
  /** Counts up: what was kept first comes first. */
  order: number;
  value: unknown;
}

const prefix = 'rapport.kept.';
const owner = `${prefix}owner`;
/** Of each kind; beyond, the oldest goes. */
const most = 100;

/** Keeps a value; where storage is full or switched off, it lives as long as the page. */
export function keep(kind: Kind, id: string, value: unknown): void {
  try {
    const entries = entriesOf(kind);
    const order = Math.max(Date.now(), (entries.at(-1)?.order ?? 0) + 1);
    localStorage.setItem(keyOf(kind, id), JSON.stringify({ order, value }));
    for (const old of entries.slice(0, Math.max(0, entries.length + 1 - most)))
      localStorage.removeItem(old.key);
  } catch {
    // Nothing to be done about it.
  }
}

/** The value; undefined where there is none. */
export function kept(kind: Kind, id: string): unknown {
  return read(keyOf(kind, id))?.value;
}

/** All values of a kind, in the order in which they were kept. */
export function allKept(kind: Kind): unknown[] {
  return entriesOf(kind).map(({ value }) => value);
}

export function forget(kind: Kind, id: string): void {
  try {
    localStorage.removeItem(keyOf(kind, id));
  } catch {
    // It was never kept.
  }
}

/** The next person at this browser must not find what this one was writing. */
export function forgetAll(): void {
  try {
    for (const key of keysOf(prefix)) localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** From now on this agent's; what another one left, whose sign-in ended without a sign-out, is forgotten. */
export function keepFor(agent: string): void {
  try {
    if (localStorage.getItem(owner) !== agent) forgetAll();
    localStorage.setItem(owner, agent);
  } catch {
    // Nothing will be kept.
  }
}

const keyOf = (kind: Kind, id: string) => `${prefix}${kind}.${id}`;

function keysOf(start: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(start));
}

function entriesOf(kind: Kind): (Entry & { key: string })[] {
  try {
    return keysOf(keyOf(kind, ''))
      .flatMap((key) => {
        const entry = read(key);
        return entry ? [{ ...entry, key }] : [];
      })
      .sort((one, other) => one.order - other.order);
  } catch {
    return [];
  }
}

function read(key: string): Entry | null {
  try {
    const entry = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof entry?.order === 'number' ? entry : null;
  } catch {
    return null;
  }
}
