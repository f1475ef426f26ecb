import { isOf, type ToFrame, type ToLoader } from '../../protocol/embedding';

/**
 * The page that the frame sits on, reached through the loader. Its origin is that of the first message from the parent
 * window; only the server's `frame-ancestors` decides who may be that parent.
 */
export class HostPage {
  private origin: string | null = null;

  constructor(private readonly receive: (message: ToFrame) => void) {
    addEventListener('message', (event) => this.take(event));
    // Says nothing but 'I am here': it may go to whoever embeds the frame.
    if (window.parent !== window) window.parent.postMessage({ rapport: 'hello' } satisfies ToLoader, '*');
  }

  tell(message: ToLoader): void {
    if (this.origin && this.origin !== 'null') window.parent.postMessage(message, this.origin);
  }

  private take(event: MessageEvent): void {
    if (event.source !== window.parent || window.parent === window || !isOf<ToFrame>(event.data)) return;
    this.origin ??= this.originOfParent(event.origin);
    if (event.origin === this.origin) this.receive(event.data);
  }

  /** Browsers that name a frame's ancestors know the parent's origin for certain. */
  private originOfParent(claimed: string): string {
    return location.ancestorOrigins?.[0] ?? claimed;
  }
}
