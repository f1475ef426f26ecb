import { type Frame, readFrame } from './hint';

interface Listener {
  /** The server is heard from now on; whatever changed before this moment was missed. */
  onReady(): void;
  onFrame(frame: Extract<Frame, { type: 'changed' }>): void;
  /** Refused: the server says that nobody is signed in, or no longer. */
  onDown(failures: number, refused: boolean): void;
}

const firstWaitMillis = 500;
const longestWaitMillis = 20_000;
// Until it is ready; afterwards the server says how long it may be silent.
const greetingMillis = 10_000;
// 'Violated policy' (RFC 6455, section 7.4.1).
const refusedCode = 1008;

/** One WebSocket that comes back by itself, ever slower and never in step with other screens. */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private silenceMillis: number | null = null;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private closed = false;

  constructor(
    private readonly url: string,
    private readonly listener: Listener,
    private readonly random: () => number = Math.random,
  ) {}

  open(): void {
    if (this.closed) return;
    clearTimeout(this.timer);
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.silenceMillis = greetingMillis;
    this.listen(socket);
    socket.onmessage = (event) => {
      if (this.socket === socket) this.receive(socket, event.data);
    };
    socket.onclose = (event) => {
      if (this.socket === socket) this.comeBack(event.code === refusedCode);
    };
  }

  // The server may be gone without a word, and the browser would not tell: it counts as gone when it is silent.
  private listen(socket: WebSocket): void {
    clearTimeout(this.patience);
    if (this.silenceMillis === null) return;
    this.patience = setTimeout(() => {
      this.comeBack(false);
      socket.close();
    }, this.silenceMillis);
  }

  /** The network is back: no reason to wait any longer. */
  hurry(): void {
    if (!this.socket) this.open();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.patience);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  private receive(socket: WebSocket, data: unknown): void {
    const frame = readFrame(data);
    if (frame?.type === 'ready') this.silenceMillis = frame.silenceMillis;
    this.listen(socket);
    if (frame?.type === 'ready') {
      this.failures = 0;
      this.listener.onReady();
    } else if (frame) {
      this.listener.onFrame(frame);
    }
  }

  private comeBack(refused: boolean): void {
    this.socket = null;
    clearTimeout(this.patience);
    if (this.closed) return;
    this.listener.onDown(this.failures, refused);
    const wait = Math.min(longestWaitMillis, firstWaitMillis * 2 ** this.failures);
    this.failures++;
    this.timer = setTimeout(() => this.open(), wait * (0.5 + this.random() / 2));
  }
}

export function liveUrl(location: Location): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live`;
}
