import type { Attributes, User } from '../../protocol/person';
import type { Page } from '../../protocol/embedding';
import { Problem, problemOf } from './problem';
import type { Conversation, Introduced, Message, MessagePage, PreChatAnswers, Session, Site, Started } from './types';

const patience = 20_000;

export interface SessionRequest {
  visitorToken?: string;
  page: Page;
  locale: string;
  timeZone: string;
}

export interface FirstMessage {
  clientMessageId: string;
  preChat: PreChatAnswers;
  text: string;
}

/** The visitor-facing API, one method a call. Every failure is a `Problem`; an unreachable server is one with status 0. */
export class WidgetApi {
  private token = '';

  authorise(visitorToken: string): void {
    this.token = visitorToken;
  }

  get visitorToken(): string {
    return this.token;
  }

  site(siteKey: string): Promise<Site> {
    return this.call('GET', `sites/${encodeURIComponent(siteKey)}`);
  }

  openSession(siteKey: string, request: SessionRequest): Promise<Session> {
    return this.call('POST', `sites/${encodeURIComponent(siteKey)}/sessions`, request);
  }

  startConversation(first: FirstMessage): Promise<Started> {
    return this.call('POST', 'conversations', first);
  }

  messages(conversation: Conversation['id'], after: string | number): Promise<MessagePage> {
    return this.call('GET', `conversations/${conversation}/messages?after=${encodeURIComponent(after)}&limit=100`);
  }

  send(conversation: Conversation['id'], clientMessageId: string, text: string): Promise<Message> {
    return this.call('POST', `conversations/${conversation}/messages`, { clientMessageId, text });
  }

  introduce(said: User & { attributes?: Attributes }): Promise<Introduced> {
    return this.call('PATCH', 'contact', said);
  }

  describe(conversation: Conversation['id'], attributes: Attributes): Promise<Pick<Introduced, 'saved' | 'refused'>> {
    return this.call('PATCH', `conversations/${conversation}/attributes`, attributes);
  }

  /** Tells how far the visitor has read. */
  async seen(conversation: Conversation['id'], upTo: number): Promise<void> {
    const response = await this.fetch('POST', `conversations/${conversation}/seen`, { upTo });
    if (!response.ok) throw await problemOf(response);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.fetch(method, path, body);
    if (!response.ok) throw await problemOf(response);
    try {
      return (await response.json()) as T;
    } catch (error) {
      throw new Problem(0, String(error));
    }
  }

  private async fetch(method: string, path: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json' };
    if (body) headers['Content-Type'] = 'application/json';
    if (this.token) headers['Authorization'] = `Bearer ${this.token}`;
    try {
      return await fetch(`/widget/v1/${path}`, {
        method,
        headers,
        body: body ? JSON.stringify(body) : null,
        credentials: 'omit',
        cache: 'no-store',
        // A message that is on its way when the visitor follows a link still gets there.
        keepalive: method === 'POST',
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      throw new Problem(0, String(error));
    }
  }
}
