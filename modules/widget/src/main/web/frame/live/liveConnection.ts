import type { Message } from '../api/types';
import { backoff } from '../chat/backoff';

export interface Hello {
  token: string;
}

interface Listeners {
  hello(): Hello;
  ready(): void;
  message(conversationId: string, message: Message): void;
  /** The server does not take this token. */
  refused(): void;
  /** An attempt came to nothing, or a connection that stood broke. */
  lost(): void;
}

const greetingPatience = 10_000;
// 'Try again later' (RFC 6455's registry of close codes): too many connections, or too often.
const laterCode = 1013;
// So many failures make the longest pause.
const manyFailures = 6;

/** The socket over which the other side's messages arrive. It comes back by itself; what was missed is read then. */
export class LiveConnection {
  private socket: WebSocket | null = null;
  private failures = 0;
  /** The pause before the next attempt, or the patience with the present socket. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  private greeted = false;
  /** So long may a socket say nothing at all; null: for ever. */
  private silence: number | null = null;
  private wanted = false;

  constructor(
    private readonly address: string,
    private readonly listeners: Listeners,
    private readonly random: () => number = Math.random,
  ) {}

  start(): void {
    this.wanted = true;
    // A pause between two attempts stays: who was refused must not come back in a tight circle.
    if (!this.socket && this.timer === undefined) this.connect();
  }

  stop(): void {
    this.wanted = false;
    this.drop();
  }

  /** Connects again at once: the network came back, or the conversation is another one. */
  restart(): void {
    if (!this.wanted) return;
    this.failures = 0;
    this.drop();
    this.connect();
  }

  private connect(): void {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.address);
    this.socket = socket;
    this.greeted = false;
    this.silence = greetingPatience;
    this.listen(socket);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', ...this.listeners.hello() }));
    socket.onmessage = (event) => this.socket === socket && this.receive(socket, event.data);
    socket.onclose = ({ code }) => this.lose(socket, code);
  }

  /** The other end may be gone without a word, and the browser would not tell: it counts as gone when it is silent. */
  private listen(socket: WebSocket): void {
    clearTimeout(this.timer);
    if (this.silence !== null) this.timer = setTimeout(() => this.lose(socket), this.silence);
  }

  private receive(socket: WebSocket, data: unknown): void {
    const frame = parsed(data);
    if (this.greeted) this.listen(socket);
    switch (frame?.['type']) {
      case 'ready':
        this.greeted = true;
        this.silence = typeof frame['silenceMillis'] === 'number' ? frame['silenceMillis'] : null;
        this.listen(socket);
        this.failures = 0;
        return this.listeners.ready();
      case 'message':
        return this.listeners.message(frame['conversationId'] as string, frame['message'] as Message);
      case 'error':
        this.listeners.refused();
        return this.lose(socket);
    }
  }

  private lose(socket: WebSocket, code?: number): void {
    if (this.socket !== socket) return;
    this.drop();
    this.failures = code === laterCode ? manyFailures : this.failures + 1;
    if (this.wanted) this.timer = setTimeout(() => this.connect(), backoff(this.failures, this.random));
    this.listeners.lost();
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}

function parsed(data: unknown): Record<string, unknown> | null {
  try {
    const frame: unknown = typeof data === 'string' ? JSON.parse(data) : null;
    return typeof frame === 'object' && frame !== null ? (frame as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
