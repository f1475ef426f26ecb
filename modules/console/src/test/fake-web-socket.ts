import { vi } from 'vitest';

/** Stands for the server's end of the live channel. */
export class FakeWebSocket {
  static all: FakeWebSocket[] = [];

  static install(): void {
    FakeWebSocket.all = [];
    vi.stubGlobal('WebSocket', FakeWebSocket);
  }

  static get last(): FakeWebSocket {
    const socket = FakeWebSocket.all.at(-1);
    if (!socket) throw new Error('Nobody has connected');
    return socket;
  }

  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  closed = false;

  constructor(readonly url: string) {
    FakeWebSocket.all.push(this);
  }

  close(code = 1006): void {
    this.closed = true;
    this.onclose?.({ code });
  }

  send(frame: unknown): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }
}
