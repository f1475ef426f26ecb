import { isOf, type Launcher, type ToFrame, type ToLoader } from '../protocol/embedding';
import { Events } from './events';
import { Keeping } from './keeping';
import { currentPage, onPageChange } from './page';
import { Elements } from './elements';
import { Said } from './said';

/** The widget as the host page has it: a launcher button and the frame of the chat server, which does all the rest. */
export class Widget {
  readonly events = new Events();
  /** What the page says of its visitor. */
  readonly said = new Said((message) => this.tell(message));
  private readonly elements: Elements;
  private readonly keeping: Keeping;
  private readonly origin: string;
  private locale: string | null = null;
  private launcher: Launcher | null = null;
  private frameListens = false;
  private isOpen = false;
  private opensWhenReady = false;
  private focusBefore: Element | null = null;

  constructor(frame: URL, siteKey: string) {
    this.origin = frame.origin;
    frame.searchParams.set('site', siteKey);
    this.keeping = new Keeping(siteKey);
    this.elements = new Elements(frame.href, () => (this.isOpen ? this.close() : this.open()));
  }

  attach(): void {
    addEventListener('message', (event) => {
      const fromFrame = event.origin === this.origin && event.source === this.elements.frame.contentWindow;
      if (fromFrame && isOf<ToLoader>(event.data)) this.receive(event.data);
    });
    this.elements.onFullScreenChange(() => this.isOpen && this.tellShown());
    this.elements.onEscape(() => this.close());
    onPageChange(() => this.tellPage());
    this.elements.attach();
  }

  open(takeFocus = true): void {
    if (!this.launcher) {
      this.opensWhenReady = true;
      return;
    }
    if (this.isOpen) return;
    this.isOpen = true;
    this.focusBefore = document.activeElement;
    this.elements.show(takeFocus);
    this.tellShown(takeFocus);
    this.events.fire('open');
  }

  close(): void {
    this.opensWhenReady = false;
    if (!this.isOpen) return;
    this.isOpen = false;
    const focusWasInside = this.elements.hasFocus();
    this.elements.hide();
    if (focusWasInside) this.giveFocusBack();
    this.tell({ rapport: 'hidden' });
    this.events.fire('close');
  }

  setLocale(locale: string): void {
    this.locale = locale;
    this.tellPage();
  }

  /** The visitor leaves a computer that others use, too. */
  reset(): void {
    this.close();
    this.keeping.keep('visitor', null);
    this.keeping.keep('seen', null);
    this.said.reset();
  }

  private receive(message: ToLoader): void {
    switch (message.rapport) {
      case 'hello':
        this.frameListens = true;
        this.said.forgetFirst();
        this.tellPage();
        this.said.repeat();
        if (this.isOpen) this.tellShown();
        return;
      case 'launcher':
        return this.update(message.launcher);
      case 'keep':
        return this.keeping.keep(message.name, message.value);
      case 'reopen':
        // It was open on the page before this one. Nobody asked for it here: it neither covers the page nor takes the focus.
        if (!this.elements.isFullScreen()) this.open(false);
        return;
      case 'close':
        return this.close();
      case 'identityRequired':
        return this.events.fire('identityRequired');
      case 'refused':
        return console.warn(`rapport: ${message.reason}`);
      case 'unavailable':
        console.warn(`rapport: no chat on this page: ${message.reason}`);
    }
  }

  private update(launcher: Launcher): void {
    const before = this.launcher;
    this.launcher = launcher;
    this.elements.dress(launcher);
    if (!before) this.events.fire('ready');
    if (launcher.unread !== (before?.unread ?? 0)) this.events.fire('unread', launcher.unread);
    if (this.opensWhenReady) {
      this.opensWhenReady = false;
      this.open();
    }
  }

  private giveFocusBack(): void {
    const before = this.focusBefore;
    const reachable = before instanceof HTMLElement && before.isConnected && before !== document.body;
    if (reachable && before !== this.elements.host) before.focus();
    else this.elements.button.focus();
  }

  private tellPage(): void {
    this.tell({ rapport: 'page', page: currentPage(), locale: this.locale, kept: this.keeping.read() });
  }

  private tellShown(focus = false): void {
    this.tell({ rapport: 'shown', fullScreen: this.elements.isFullScreen(), focus });
  }

  /** Before the frame has said hello there is nobody of its origin to talk to; whether there is. */
  private tell(message: ToFrame): boolean {
    if (this.frameListens) this.elements.frame.contentWindow?.postMessage(message, this.origin);
    return this.frameListens;
  }
}
