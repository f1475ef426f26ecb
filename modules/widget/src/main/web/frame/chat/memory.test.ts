import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Memory } from './memory';

describe('what the frame keeps', () => {
  const elsewhere = vi.fn();

  function denied(): void {
    vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    });
  }

  beforeEach(() => {
    localStorage.clear();
    elsewhere.mockReset();
  });
  afterEach(() => vi.restoreAllMocks());

  it('stays in its own storage, apart for each site', () => {
    new Memory('localStorage', 'one', elsewhere).write('visitor', 'token');
    expect(new Memory('localStorage', 'one').read('visitor')).toBe('token');
    expect(new Memory('localStorage', 'other').read('visitor')).toBeNull();
    expect(elsewhere).not.toHaveBeenCalled();
  });

  it('goes to the host page where the browser denies storage, but nothing that was written', () => {
    denied();
    const memory = new Memory('localStorage', 'one', elsewhere);
    memory.write('visitor', 'token');
    memory.write('draft', 'my secret');
    expect(elsewhere.mock.calls).toEqual([['visitor', '"token"']]);
    expect(memory.read('draft')).toBe('my secret');
    memory.forget('visitor');
    expect(elsewhere).toHaveBeenLastCalledWith('visitor', null);
    expect(memory.read('visitor')).toBeNull();
  });

  it('comes back from the host page only where the browser denies storage', () => {
    const free = new Memory('localStorage', 'one');
    free.restore({ visitor: '"planted"' });
    expect(free.read('visitor')).toBeNull();
    denied();
    const bound = new Memory('localStorage', 'one');
    bound.restore({ visitor: '"token"' });
    expect(bound.read('visitor')).toBe('token');
  });

  it('is nothing when somebody spoilt it', () => {
    localStorage.setItem('rapport:visitor:one', '{broken');
    expect(new Memory('localStorage', 'one').read('visitor')).toBeNull();
  });
});
