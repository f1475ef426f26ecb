import type { Attributes, User } from '../../protocol/person';
import type { Page } from '../../protocol/embedding';
import { Problem, problemFrom } from '../api/problem';
import type { Introduced, PreChatAnswers, Session } from '../api/types';
import type { WidgetApi } from '../api/widgetApi';
import { languageOf } from '../i18n/language';
import { LiveConnection } from '../live/liveConnection';
import { backoff } from './backoff';
import { Introduction } from './introduction';
import type { Memory } from './memory';
import { OutgoingMessages, type OutgoingMessage } from './outgoing';
import { asksBeforeChat, initialState, Store, type ChatState } from './state';
import { Thread } from './thread';
import { Visit } from './visit';

export interface Surroundings {
  api: WidgetApi;
  siteKey: string;
  /** Kept by the browser, seen by every tab. */
  lasting: Memory;
  /** Kept as long as the tab. */
  passing: Memory;
  liveAddress: string;
  /** What the page should know of what it said. */
  page?: { refused(reason: string): void; identityRequired(): void };
}

/** One visitor's chat on one page: what is known of it, and all that can be done with it. */
export class Chat {
  readonly store = new Store<ChatState>(initialState);
  private readonly api: WidgetApi;
  private readonly passing: Memory;
  private readonly visit: Visit;
  private readonly thread: Thread;
  private readonly live: LiveConnection;
  private readonly outgoing: OutgoingMessages;
  private readonly introduction: Introduction;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private beginning: Promise<void> | null = null;
  private beginAgain = false;
  private misses = 0;
  private catchUpTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ api, siteKey, lasting, passing, liveAddress, page }: Surroundings) {
    this.api = api;
    this.passing = passing;
    this.visit = new Visit(api, siteKey, lasting);
    this.thread = new Thread(this.store, api, lasting, () => void this.begin());
    this.outgoing = new OutgoingMessages(
      (message) => this.deliver(message),
      { read: () => passing.read('outgoing'), write: (messages) => passing.write('outgoing', messages) },
      (outgoing) => this.store.update({ outgoing }),
    );
    this.introduction = new Introduction(api, {
      conversation: () => this.state.conversation?.id ?? null,
      recognised: (introduced) => this.recognise(introduced),
      refused: (reason) => page?.refused(reason),
      identityRequired: () => page?.identityRequired(),
    });
    this.live = new LiveConnection(liveAddress, {
      hello: () => ({ token: api.visitorToken }),
      ready: () => this.catchUp(),
      message: (conversationId, message) => {
        if (conversationId !== this.state.conversation?.id) return;
        this.thread.take(message);
        if (message.clientMessageId) this.outgoing.settle(message.clientMessageId);
      },
      refused: () => void this.begin(),
      lost: () => this.catchUp(),
    });
  }

  private get state(): ChatState {
    return this.store.state;
  }

  /** The visitor came to a page, first or next, or the page chose another language. */
  at(page: Page, locale: string | null): void {
    const first = !this.visit.begun;
    this.visit.at(page, locale);
    if (locale) this.store.update({ language: languageOf(locale) });
    clearTimeout(this.timer);
    // An application may go through several addresses in a row: the last one counts.
    this.timer = setTimeout(() => void this.begin(), first ? 0 : 400);
  }

  /**
   * Reads the site and opens or continues the session, again and again until the server answers. One at a time: two at
   * once, of a browser that has no token yet, would make two visitors.
   */
  begin(): Promise<void> {
    this.beginAgain = this.beginning !== null;
    this.beginning ??= this.beginOnce().finally(() => {
      this.beginning = null;
      if (this.beginAgain) void this.begin();
    });
    return this.beginning;
  }

  private async beginOnce(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const site = this.state.site ?? (await this.visit.site());
      this.store.update({ site, language: languageOf(this.visit.chosenLocale ?? site.locale) });
      this.take(await this.visit.open());
      this.failures = 0;
      this.store.update({ phase: 'ready' });
      this.outgoing.resume();
    } catch (error) {
      this.beginLater(problemFrom(error));
    }
  }

  setUser(user: User): void {
    this.introduction.setUser(user);
  }

  setContactAttributes(attributes: Attributes): void {
    this.introduction.setContactAttributes(attributes);
  }

  setConversationAttributes(attributes: Attributes): void {
    this.introduction.setConversationAttributes(attributes);
  }

  /** The visitor leaves: nothing that was written or known stays here, and whoever comes next is new. */
  reset(): void {
    this.introduction.reset();
    this.changeHands(null);
    if (this.visit.begun) void this.begin();
  }

  show(fullScreen: boolean, focus: boolean): void {
    this.store.update({ open: true, fullScreen, focusRequests: this.state.focusRequests + (focus ? 1 : 0) });
    this.thread.show();
  }

  hide(): void {
    this.store.update({ open: false });
  }

  send(text: string): void {
    this.outgoing.add(text);
  }

  /** Opens a conversation with the answers of the pre-chat form and the first message. */
  start(preChat: PreChatAnswers, text: string): void {
    this.store.update({ refusal: null });
    this.outgoing.replaceFirst(text, preChat);
  }

  retry(): void {
    this.outgoing.resume();
  }

  discard(message: OutgoingMessage): void {
    this.outgoing.settle(message.clientMessageId);
  }

  networkCameBack(): void {
    if (this.state.phase !== 'ready') return void this.begin();
    this.live.restart();
    this.catchUp();
  }

  networkWent(): void {
    this.store.update({ offline: true });
  }

  /** The tab is looked at again, perhaps after a long sleep. */
  lookAgain(): void {
    if (this.state.phase === 'ready' && this.state.conversation) this.catchUp();
  }

  /** More may be shown now; of another visitor nothing that is here. */
  private recognise({ visitorToken }: Introduced): void {
    if (visitorToken !== this.api.visitorToken) this.changeHands(visitorToken);
    void this.begin();
  }

  private changeHands(visitorToken: string | null): void {
    this.visit.changeHands(visitorToken);
    this.outgoing.clear();
    this.live.stop();
    this.thread.turnTo(null);
    this.passing.forget('draft');
    this.store.update({ refusal: null, visitors: this.state.visitors + 1 });
  }

  private take(session: Session): void {
    const before = this.state.conversation;
    this.thread.turnTo(session.conversation, session.unread);
    if (session.conversation) this.follow(session.conversation.id !== before?.id);
    else this.live.stop();
    this.introduction.begin(session.identityRequired === true);
  }

  private follow(another: boolean): void {
    if (another) this.live.stop();
    this.live.start();
    this.catchUp();
  }

  /**
   * Reads what was missed, again and again until that works. Whether it does tells whether the server can be reached, with
   * or without a socket.
   */
  private catchUp(): void {
    clearTimeout(this.catchUpTimer);
    this.thread.catchUp().then(
      () => {
        this.misses = 0;
        const wasOffline = this.state.offline;
        this.store.update({ offline: false });
        if (wasOffline) this.outgoing.resume();
      },
      (error: unknown) => {
        const problem = problemFrom(error);
        if (problem.status === 0) this.store.update({ offline: true });
        if (!problem.passing) return;
        this.misses++;
        const wait = problem.retryAfterMilliseconds ?? backoff(this.misses);
        this.catchUpTimer = setTimeout(() => this.catchUp(), wait);
      },
    );
  }

  private beginLater(problem: Problem): void {
    this.failures++;
    const unknown = problem.status === 404;
    if (this.state.phase !== 'ready') this.store.update({ phase: unknown ? 'unknownSite' : 'unreachable' });
    if (problem.passing) this.timer = setTimeout(() => void this.begin(), problem.retryAfterMilliseconds ?? backoff(this.failures));
  }

  /** One attempt to hand a message to the server, with the two detours that the visitor need not know of. */
  private async deliver(message: OutgoingMessage): Promise<void> {
    try {
      await this.post(message);
    } catch (error) {
      const { status, identityRequired } = problemFrom(error);
      if (identityRequired && (await this.introduction.proveAgain())) return await this.post(message);
      const finalised = this.state.conversation !== null && (status === 409 || status === 404);
      if (status === 401) this.take(await this.visit.openAnew());
      if (status === 401) await this.post(message);
      else if (finalised) await this.postAsFirst(message);
      else throw error;
    }
  }

  private async post(message: OutgoingMessage): Promise<void> {
    const { conversation } = this.state;
    if (!conversation) return await this.postAsFirst(message);
    const stored = await this.api.send(conversation.id, message.clientMessageId, message.text);
    if (this.state.conversation?.id === conversation.id) this.thread.take(stored);
  }

  private async postAsFirst({ clientMessageId, text, preChat }: OutgoingMessage): Promise<void> {
    try {
      const started = await this.api.startConversation({ clientMessageId, preChat: preChat ?? {}, text });
      this.thread.turnTo({ id: started.conversationId, number: started.number, status: 'open' });
      this.thread.take(started.message);
      this.follow(true);
      this.introduction.begun();
    } catch (error) {
      const problem = problemFrom(error);
      if (problem.passing || problem.status === 401) throw error;
      this.backToForm(problem, clientMessageId, text);
    }
  }

  /** The form shows what was wrong and keeps what was typed; without a form the message itself shows the refusal. */
  private backToForm(problem: Problem, clientMessageId: string, text: string): void {
    const wanting = problem.errors.some(({ field }) => field.startsWith('preChat.'));
    if (wanting) this.thread.turnTo(null);
    if (!asksBeforeChat(this.state)) throw problem;
    this.store.update({ refusal: { problem, text } });
    this.outgoing.settle(clientMessageId);
  }
}
