import type { Launcher } from '../protocol/embedding';
import styles from './elements.css?inline';

const chatIcon = 'M4.9 19.6 3.4 22.4a.7.7 0 0 0 .84 1l4.6-1.5A10.4 10.4 0 0 0 12.9 22.7c5.5 0 9.9-3.9 9.9-8.8S18.4 5.1 12.9 5.1 3 9 3 13.9c0 2.1.7 4.1 1.9 5.7Z';
const closeIcon = 'm7 11 6 6 6-6';

/** The two things that the host page sees, kept apart from its styles by a shadow root. */
export class Elements {
  readonly host = document.createElement('div');
  readonly button = document.createElement('button');
  readonly frame = document.createElement('iframe');
  private readonly badge = document.createElement('span');
  private readonly narrow = matchMedia('(max-width: 479.98px)');
  private launcher: Launcher | null = null;

  constructor(frameAddress: string, toggle: () => void) {
    this.host.id = 'rapport-widget';
    this.frame.src = frameAddress;
    this.button.type = 'button';
    this.button.append(icon('chat', chatIcon), icon('close', closeIcon), this.badge);
    this.badge.className = 'badge';
    this.badge.setAttribute('aria-hidden', 'true');
    this.button.addEventListener('click', toggle);
    const region = document.createElement('div');
    region.setAttribute('role', 'region');
    region.append(this.button, this.frame);
    const root = this.host.attachShadow({ mode: 'open' });
    // Style sheets made by script hold where the page's own policy forbids inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    root.append(region);
  }

  attach(): void {
    document.body.append(this.host);
  }

  dress(launcher: Launcher): void {
    this.launcher = launcher;
    this.host.style.setProperty('--rapport-colour', launcher.colour);
    this.host.style.setProperty('--rapport-ink', launcher.ink);
    this.host.toggleAttribute('data-ready', true);
    this.button.parentElement?.setAttribute('aria-label', launcher.title);
    this.frame.title = launcher.title;
    this.badge.textContent = launcher.unread > 9 ? '9+' : String(launcher.unread);
    this.badge.hidden = launcher.unread === 0;
    this.label();
  }

  show(takeFocus: boolean): void {
    this.host.toggleAttribute('data-open', true);
    this.label();
    if (takeFocus) this.frame.focus();
  }

  hide(): void {
    this.host.toggleAttribute('data-open', false);
    this.label();
  }

  hasFocus(): boolean {
    return document.activeElement === this.host;
  }

  isFullScreen(): boolean {
    return this.narrow.matches;
  }

  onFullScreenChange(listener: () => void): void {
    this.narrow.addEventListener('change', listener);
  }

  onEscape(listener: () => void): void {
    this.host.addEventListener('keydown', (event) => event.key === 'Escape' && listener());
  }

  private label(): void {
    const open = this.host.hasAttribute('data-open');
    this.button.setAttribute('aria-expanded', String(open));
    if (this.launcher) this.button.setAttribute('aria-label', open ? this.launcher.closeLabel : this.launcher.openLabel);
  }
}

function icon(name: string, path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', name);
  svg.setAttribute('viewBox', '0 0 26 28');
  svg.setAttribute('aria-hidden', 'true');
  const shape = document.createElementNS(svg.namespaceURI as 'http://www.w3.org/2000/svg', 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}
