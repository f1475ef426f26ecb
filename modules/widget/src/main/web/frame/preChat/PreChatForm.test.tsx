import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { Site } from '../api/types';
import type { Chat } from '../chat/chat';
import { Memory } from '../chat/memory';
import { initialState, type ChatState } from '../chat/state';
import { en } from '../i18n/en';
import { ChatContext } from '../useChat';
import { PreChatForm } from './PreChatForm';

const site: Site = {
  key: 'demo',
  name: 'Shop',
  texts: {},
  colour: null,
  locale: 'en',
  preChat: {
    enabled: true,
    fields: [
      { key: 'name', subject: 'contact', label: 'Name', type: 'text', required: true },
      { key: 'email', subject: 'contact', label: 'E-mail', type: 'email', required: false },
    ],
  },
  privacyNotice: null,
};

describe('the pre-chat form', () => {
  let place: HTMLElement;
  const start = vi.fn();

  async function show(change: Partial<ChatState> = {}): Promise<void> {
    const state: ChatState = { ...initialState, phase: 'ready', site, ...change };
    const scope = { chat: { start } as unknown as Chat, state, draft: new Memory('sessionStorage', 'demo') };
    await act(() =>
      render(
        <ChatContext.Provider value={scope}>
          <PreChatForm />
        </ChatContext.Provider>,
        place,
      ),
    );
  }

  function entry(id: string): HTMLInputElement {
    return place.querySelector(`#${id}`) as HTMLInputElement;
  }

  async function type(id: string, text: string): Promise<void> {
    await act(() => {
      entry(id).value = text;
      entry(id).dispatchEvent(new Event('input', { bubbles: true }));
    });
  }

  async function submit(): Promise<void> {
    await act(() => void place.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
  }

  function errorAt(id: string): string | undefined {
    return document.getElementById(entry(id).getAttribute('aria-describedby') ?? 'nothing')?.textContent ?? undefined;
  }

  beforeEach(() => {
    sessionStorage.clear();
    start.mockReset();
    place = document.createElement('div');
    document.body.replaceChildren(place);
  });
  afterEach(() => render(null, place));

  it('says at each field what is missing and goes to the first', async () => {
    await show();
    await submit();
    expect(errorAt('answer-name')).toBe(en.missing);
    expect(errorAt('question')).toBe(en.missing);
    expect(errorAt('answer-email')).toBeUndefined();
    expect(document.activeElement?.id).toBe('answer-name');
    expect(start).not.toHaveBeenCalled();
  });

  it('takes the error back while it is being mended', async () => {
    await show();
    await type('answer-email', 'nam');
    await submit();
    expect(errorAt('answer-email')).toBe(en.notAnEmail);
    await type('answer-email', 'nam@example.com');
    expect(errorAt('answer-email')).toBeUndefined();
  });

  it('sends the answers with the first message', async () => {
    await show();
    await type('answer-name', ' Nam ');
    await type('question', 'I want a refund ');
    await submit();
    expect(start).toHaveBeenCalledExactlyOnceWith({ name: 'Nam' }, 'I want a refund');
  });

  it('shows what the server refused at the field that it belongs to', async () => {
    await show();
    const problem = new Problem(422, 'Check the fields', [
      { field: 'preChat.email', message: 'No <b>mail</b> there' },
      { field: 'text', message: 'Say more' },
    ]);
    await show({ refusal: { problem, text: 'hm' } });
    expect(errorAt('answer-email')).toBe('No <b>mail</b> there');
    expect(errorAt('question')).toBe('Say more');
    expect(entry('question').value).toBe('hm');
    expect(document.activeElement?.id).toBe('answer-email');
  });

  it('shows a refusal that belongs to no field above the button', async () => {
    await show();
    await show({ refusal: { problem: new Problem(403, 'The chat is not open to you.'), text: 'hm' } });
    expect(place.querySelector('[role=alert]')?.textContent).toBe('The chat is not open to you.');
  });

  it('is not sent twice while it is on its way, and can be sent again when it failed', async () => {
    const outgoing = { clientMessageId: 'a', text: 'help', at: '2026-01-01T00:00:00Z', preChat: { name: 'Nam' } };
    await show({ outgoing: [{ ...outgoing, state: 'sending' }] });
    await submit();
    expect(start).not.toHaveBeenCalled();
    await show({ outgoing: [{ ...outgoing, state: 'failed' }] });
    expect(place.querySelector('[role=alert]')?.textContent).toBe(en.notReached);
    await submit();
    expect(start).toHaveBeenCalledExactlyOnceWith({ name: 'Nam' }, 'help');
  });
});
