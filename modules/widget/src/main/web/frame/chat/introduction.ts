import type { Attributes, User } from '../../protocol/person';
import { problemFrom, type Problem } from '../api/problem';
import type { Introduced } from '../api/types';
import type { WidgetApi } from '../api/widgetApi';
import { backoff } from './backoff';

type Said = User & { attributes?: Attributes };

interface Listeners {
  /** The visitor whose session it is; null before there is one, and between two. */
  conversation(): string | null;
  /** The server knows who it is now: there may be another visitor, or more to show. */
  recognised(introduced: Introduced): void;
  refused(reason: string): void;
  /** The page has to prove again who its visitor is. */
  identityRequired(): void;
}

/**
 * What the page says of its visitor, on its way to the server: one call after the other, tried again while the server is
 * away. What it refuses is told to the page and is no reason to stop.
 */
export class Introduction {
  private user: User | null = null;
  private said: Said | null = null;
  private topic: Attributes | null = null;
  private busy = false;
  private ready = false;
  private failures = 0;
  private stay = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: WidgetApi,
    private readonly listeners: Listeners,
  ) {}

  setUser(user: User): void {
    this.user = user;
    this.say(user);
  }

  setContactAttributes(attributes: Attributes): void {
    this.say({ attributes });
  }

  setConversationAttributes(attributes: Attributes): void {
    this.topic = { ...this.topic, ...attributes };
    void this.go();
  }

  /** There is a session: what waited for one goes. Where more is known than may be shown, the page's word is given again. */
  begin(identityRequired: boolean): void {
    this.ready = true;
    if (identityRequired && this.user?.identityToken) this.say(this.user);
    else if (identityRequired) this.listeners.identityRequired();
    void this.go();
  }

  /** There is a conversation: what is said of it goes. */
  begun(): void {
    void this.go();
  }

  /** Shows the page's token again; whether the server took it. */
  async proveAgain(): Promise<boolean> {
    const { user } = this;
    if (!user?.identityToken) return false;
    try {
      this.listeners.recognised(await this.api.introduce(user));
      return true;
    } catch (error) {
      if (problemFrom(error).passing) throw error;
      this.forgetProof();
      return false;
    }
  }

  /** Nobody has said anything. */
  reset(): void {
    clearTimeout(this.timer);
    this.stay++;
    this.user = this.said = this.topic = null;
    this.busy = this.ready = false;
    this.failures = 0;
  }

  private say(said: Said): void {
    const attributes = { ...this.said?.attributes, ...said.attributes };
    this.said = { ...this.said, ...said, ...(Object.keys(attributes).length > 0 && { attributes }) };
    void this.go();
  }

  private async go(): Promise<void> {
    if (this.busy || !this.ready) return;
    clearTimeout(this.timer);
    this.busy = true;
    const { stay } = this;
    try {
      // Nothing may come between the last look and the end of being busy: it would wait for ever.
      while (stay === this.stay && this.hasMore()) await this.next(stay);
      this.failures = 0;
    } catch (error) {
      if (stay === this.stay) this.goLater(problemFrom(error));
    } finally {
      if (stay === this.stay) this.busy = false;
    }
  }

  private hasMore(): boolean {
    return this.said !== null || (this.topic !== null && this.listeners.conversation() !== null);
  }

  private async next(stay: number): Promise<void> {
    const conversation = this.listeners.conversation();
    if (this.said) await this.introduce(this.said, stay);
    else if (this.topic && conversation) await this.describe(conversation, this.topic, stay);
  }

  private async introduce(said: Said, stay: number): Promise<void> {
    this.said = null;
    try {
      const introduced = await this.api.introduce(said);
      if (stay !== this.stay) return;
      this.report(introduced.refused);
      if (introduced.verified) this.listeners.recognised(introduced);
    } catch (error) {
      if (stay !== this.stay) return;
      const problem = problemFrom(error);
      if (problem.passing) this.said = { ...said, ...(this.said as Said | null) };
      this.giveUp(problem, said);
    }
  }

  private async describe(conversation: string, topic: Attributes, stay: number): Promise<void> {
    this.topic = null;
    try {
      this.report((await this.api.describe(conversation, topic)).refused);
    } catch (error) {
      if (stay !== this.stay) return;
      const problem = problemFrom(error);
      if (problem.passing) this.topic = { ...topic, ...(this.topic as Attributes | null) };
      this.giveUp(problem, {});
    }
  }

  private giveUp(problem: Problem, said: Said): void {
    if (problem.passing) throw problem;
    this.listeners.refused(problem.message);
    if (said.identityToken) this.forgetProof();
    else if (problem.identityRequired) this.listeners.identityRequired();
  }

  /** The token has expired, or proves nothing: the page alone can get another one. */
  private forgetProof(): void {
    this.user = null;
    this.listeners.identityRequired();
  }

  private report(refused: Introduced['refused']): void {
    for (const { field, message } of refused) this.listeners.refused(`${field} ${message}`);
  }

  private goLater(problem: Problem): void {
    this.failures++;
    this.timer = setTimeout(() => void this.go(), problem.retryAfterMilliseconds ?? backoff(this.failures));
  }
}
