import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomIdentifier } from './identifier';

const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

describe('random identifiers', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('are UUIDs of version 4', () => {
    expect(randomIdentifier()).toMatch(uuid);
  });

  it('are so on plain http, too', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    expect(randomIdentifier()).toMatch(uuid);
    expect(randomIdentifier()).not.toBe(randomIdentifier());
  });
});
