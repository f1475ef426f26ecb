import { describe, expect, it } from 'vitest';
import { coloursOf, contrast } from './colours';

describe('the colours of a site', () => {
  it('can always be read on', () => {
    for (let step = 0; step < 4096; step += 7) {
      const { colour, ink } = coloursOf(`#${step.toString(16).padStart(3, '0')}`);
      expect(contrast(colour, ink)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([null, '', 'red', '#12', '#1234567', 'url(https://evil.example)', '#123;}'])('fall back to the house colour for %s', (colour) => {
    expect(coloursOf(colour).colour).toBe('#2f5d8c');
  });

  it('take dark ink on light colours', () => {
    expect(coloursOf('#ffd34d').ink).not.toBe('#ffffff');
    expect(coloursOf('#1f6f5c').ink).toBe('#ffffff');
  });
});
