import { isOf, type ToFrame, type ToLoader } from '../../protocol/embedding';

/**
 * The page that the frame sits on, reached through the loader. Its origin is that of the first message from the parent
 * window; the server's `frame-ancestors` decides who may be that parent.
 */
export class HostPage {
  private origin: string | null = null;

  /** Says 'I am here', and nothing else, to whoever embeds the frame, and hears what its loader says from then on. */
  listen(receive: (message: ToFrame) => void): void {
    if (window.parent === window) return;
    addEventListener('message', (event) => {
      if (event.source !== window.parent || !isOf<ToFrame>(event.data)) return;
      // Browsers that name a frame's ancestors know the parent's origin for certain.
      this.origin ??= location.ancestorOrigins?.[0] ?? event.origin;
      if (event.origin === this.origin) receive(event.data);
    });
    window.parent.postMessage({ rapport: 'hello' } satisfies ToLoader, '*');
  }

  tell(message: ToLoader): void {
    if (this.origin && this.origin !== 'null') window.parent.postMessage(message, this.origin);
  }
}
