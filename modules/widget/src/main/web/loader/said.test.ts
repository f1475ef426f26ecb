import { expect, it, vi } from 'vitest';
import type { ToFrame } from '../protocol/embedding';
import { Said } from './said';

function scene() {
  const frame = { listens: false };
  const heard = vi.fn<(message: ToFrame) => void>();
  const said = new Said((message) => {
    if (frame.listens) heard(message);
    return frame.listens;
  });
  return { frame, heard, said };
}

it('is kept for a frame that is not there yet', () => {
  const { frame, heard, said } = scene();
  said.setContactAttributes({ plan: 'gold', size: 1 });
  said.setContactAttributes({ size: 2 });
  said.setUser({ name: 'Mai' });
  frame.listens = true;
  said.forgetFirst();
  said.repeat();
  expect(heard.mock.calls).toEqual([
    [{ rapport: 'user', user: { name: 'Mai' } }],
    [{ rapport: 'contactAttributes', attributes: { plan: 'gold', size: 2 } }],
  ]);
});

it('is forgotten before the frame comes back as the one who left', () => {
  const { frame, heard, said } = scene();
  said.setUser({ name: 'Mai' });
  said.reset();
  frame.listens = true;
  said.forgetFirst();
  said.repeat();
  said.forgetFirst();
  expect(heard.mock.calls).toEqual([[{ rapport: 'reset' }]]);
});
