import { problemFrom, type Problem } from '../api/problem';
import type { PreChatAnswers } from '../api/types';
import { backoff } from './backoff';
import { randomIdentifier } from './identifier';

/** A message on its way. It keeps its `clientMessageId` through every attempt, by which the server knows it again. */
export interface OutgoingMessage {
  readonly clientMessageId: string;
  readonly text: string;
  readonly at: string;
  readonly preChat?: PreChatAnswers;
  readonly state: 'sending' | 'waiting' | 'failed' | 'refused';
  readonly reason?: string;
}

interface Kept {
  read(): OutgoingMessage[] | null;
  write(messages: readonly OutgoingMessage[]): void;
}

const attemptsBeforeAsking = 4;

/**
 * The visitor's messages that the server has not confirmed yet: sent one after the other, so that they arrive in order.
 * A passing failure is tried again, first by itself, then when the connection is back or the visitor asks.
 */
export class OutgoingMessages {
  private messages: readonly OutgoingMessage[];
  private attempts = 0;
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly deliver: (message: OutgoingMessage) => Promise<void>,
    private readonly kept: Kept,
    private readonly changed: (messages: readonly OutgoingMessage[]) => void,
    private readonly random: () => number = Math.random,
  ) {
    this.messages = (kept.read() ?? []).map((message) => (message.state === 'waiting' ? as(message, 'sending') : message));
    if (this.messages.length > 0) changed(this.messages);
  }

  add(text: string, preChat?: PreChatAnswers): void {
    const at = new Date().toISOString();
    this.set([...this.messages, { clientMessageId: randomIdentifier(), text, at, state: 'sending', ...(preChat && { preChat }) }]);
    this.resume();
  }

  /** Sends what waits or has failed, in order; what the server has refused for good stays with its reason. */
  resume(): void {
    this.attempts = 0;
    if (this.messages.some((message) => message.state === 'failed')) {
      this.set(this.messages.map((message) => (message.state === 'failed' ? as(message, 'sending') : message)));
    }
    if (this.next()?.state === 'sending') void this.sendNext();
  }

  /** The form was sent again, perhaps with other answers: the same text stays the same message. */
  replaceFirst(text: string, preChat: PreChatAnswers): void {
    const failed = this.messages.find((message) => message.preChat);
    if (failed && failed.text === text) {
      this.set(this.messages.map((message) => (message === failed ? { ...as(failed, 'sending'), preChat } : message)));
      return this.resume();
    }
    if (failed) this.settle(failed.clientMessageId);
    this.add(text, preChat);
  }

  /** The message has arrived, or the visitor lets it go. */
  settle(clientMessageId: string): void {
    const left = this.messages.filter((message) => message.clientMessageId !== clientMessageId);
    if (left.length < this.messages.length) this.set(left);
  }

  /** Whoever wrote them is gone. */
  clear(): void {
    clearTimeout(this.timer);
    this.attempts = 0;
    this.set([]);
  }

  private async sendNext(): Promise<void> {
    const next = this.next();
    if (this.busy || !next || next.state === 'failed') return;
    clearTimeout(this.timer);
    this.busy = true;
    try {
      await this.deliver(next);
      this.attempts = 0;
      this.settle(next.clientMessageId);
    } catch (error) {
      this.handle(problemFrom(error), next);
    } finally {
      this.busy = false;
    }
    if (this.attempts === 0) void this.sendNext();
  }

  private next(): OutgoingMessage | undefined {
    return this.messages.find((message) => message.state !== 'refused');
  }

  private handle(problem: Problem, message: OutgoingMessage): void {
    if (!problem.passing) {
      this.attempts = 0;
      return this.change(message, { state: 'refused', reason: problem.message });
    }
    this.attempts++;
    const asked = problem.retryAfterMilliseconds;
    if (asked === null && this.attempts >= attemptsBeforeAsking) {
      return this.set(this.messages.map((one) => (one.state === 'refused' ? one : as(one, 'failed'))));
    }
    this.change(message, { state: asked === null ? 'sending' : 'waiting' });
    this.timer = setTimeout(() => void this.sendNext(), asked ?? backoff(this.attempts, this.random));
  }

  private change(message: OutgoingMessage, change: Partial<OutgoingMessage>): void {
    const id = message.clientMessageId;
    this.set(this.messages.map((one) => (one.clientMessageId === id ? { ...one, ...change } : one)));
  }

  private set(messages: readonly OutgoingMessage[]): void {
    this.messages = messages;
    this.kept.write(messages);
    this.changed(messages);
  }
}

function as(message: OutgoingMessage, state: OutgoingMessage['state']): OutgoingMessage {
  return { ...message, state };
}
