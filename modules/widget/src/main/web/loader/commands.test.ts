import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandsOf } from './commands';
import { Events } from './events';
import type { Widget } from './widgetOnPage';

function widget() {
  const said = { setUser: vi.fn(), setContactAttributes: vi.fn(), setConversationAttributes: vi.fn() };
  return { open: vi.fn(), close: vi.fn(), setLocale: vi.fn(), reset: vi.fn(), events: new Events(), said };
}

describe('rapport(…)', () => {
  beforeEach(() => void vi.spyOn(console, 'error').mockReset().mockReturnValue());

  it('opens, closes and sets the language', () => {
    const target = widget();
    const rapport = commandsOf(target as unknown as Widget);
    rapport('open');
    rapport('setLocale', 'vi-vn');
    rapport('close');
    expect(target.open).toHaveBeenCalledOnce();
    expect(target.setLocale).toHaveBeenCalledWith('vi-VN');
    expect(target.close).toHaveBeenCalledOnce();
  });

  it.each([
    ['an unknown command', ['explode']],
    ['a name that every object has', ['constructor']],
    ['a language that is none', ['setLocale', '??']],
    ['no language', ['setLocale']],
    ['an unknown event', ['on', 'explosion', () => undefined]],
    ['no listener', ['on', 'open']],
    ['no user', ['setUser']],
    ['an id without proof', ['setUser', { externalId: 'mai' }]],
    ['a field that no user has', ['setUser', { mail: 'mai@example.com' }]],
    ['a name that is no text', ['setUser', { name: 7 }]],
    ['attributes in a list', ['setContactAttributes', ['gold']]],
    ['an attribute within an attribute', ['setConversationAttributes', { order: { id: 1 } }]],
  ] as [string, [string, ...unknown[]]][])('reports %s and leaves the page running', (_, call) => {
    expect(() => commandsOf(widget() as unknown as Widget)(...call)).not.toThrow();
    expect(console.error).toHaveBeenCalledOnce();
  });

  it('takes what is known of the visitor and the conversation', () => {
    const target = widget();
    const rapport = commandsOf(target as unknown as Widget);
    rapport('setUser', { externalId: 'mai', identityToken: 'signed', name: 'Mai' });
    rapport('setContactAttributes', { plan: 'gold', trial: null });
    rapport('setConversationAttributes', { order: 1234, urgent: true });
    rapport('reset');
    expect(console.error).not.toHaveBeenCalled();
    expect(target.said.setUser).toHaveBeenCalledWith({ externalId: 'mai', identityToken: 'signed', name: 'Mai' });
    expect(target.said.setContactAttributes).toHaveBeenCalledWith({ plan: 'gold', trial: null });
    expect(target.said.setConversationAttributes).toHaveBeenCalledWith({ order: 1234, urgent: true });
    expect(target.reset).toHaveBeenCalledOnce();
  });

  it('tells of being ready even to those who ask later', () => {
    const target = widget();
    target.events.fire('ready');
    const listener = vi.fn();
    commandsOf(target as unknown as Widget)('on', 'ready', listener);
    expect(listener).toHaveBeenCalledOnce();
  });

  it('goes on when a listener of the page throws', () => {
    const target = widget();
    const second = vi.fn();
    const rapport = commandsOf(target as unknown as Widget);
    rapport('on', 'unread', () => {
      throw new Error('of the page');
    });
    rapport('on', 'unread', second);
    target.events.fire('unread', 3);
    expect(second).toHaveBeenCalledWith(3);
  });
});
