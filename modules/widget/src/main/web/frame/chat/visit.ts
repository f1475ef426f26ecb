import type { Page } from '../../protocol/embedding';
import { problemFrom } from '../api/problem';
import type { Session, Site } from '../api/types';
import type { WidgetApi } from '../api/widgetApi';
import type { Memory } from './memory';

/** The visitor's stay on the site: one session after another under a token that this browser keeps. */
export class Visit {
  private page: Page | null = null;
  private locale: string | null = null;
  private stay = 0;

  constructor(
    private readonly api: WidgetApi,
    private readonly siteKey: string,
    private readonly lasting: Memory,
  ) {}

  get begun(): boolean {
    return this.page !== null;
  }

  get chosenLocale(): string | null {
    return this.locale;
  }

  site(): Promise<Site> {
    return this.api.site(this.siteKey);
  }

  at(page: Page, locale: string | null): void {
    this.page = page;
    this.locale = locale;
  }

  /** Opens a session, or continues it on the page where the visitor is now. */
  async open(): Promise<Session> {
    try {
      return await this.openAs(this.lasting.read<string>('visitor'));
    } catch (error) {
      if (problemFrom(error).status !== 401) throw error;
      return await this.openAnew();
    }
  }

  /** The server no longer knows this browser's token: the visitor becomes a new one. */
  async openAnew(): Promise<Session> {
    this.lasting.forget('visitor');
    this.api.authorise('');
    return await this.openAs(null);
  }

  /** The browser is somebody else's from now on: under that token, or as nobody whom the server knows. */
  changeHands(visitorToken: string | null): void {
    this.stay++;
    if (visitorToken) this.lasting.write('visitor', visitorToken);
    else this.lasting.forget('visitor');
    this.lasting.forget('seen');
    this.api.authorise(visitorToken ?? '');
  }

  private async openAs(visitorToken: string | null): Promise<Session> {
    if (!this.page) throw new Error('The loader has not said yet where the visitor is.');
    const { stay } = this;
    const session = await this.api.openSession(this.siteKey, {
      ...(visitorToken && { visitorToken }),
      page: this.page,
      locale: this.locale ?? navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    // An answer to the one who was here before is no business of who is here now.
    if (stay !== this.stay) return await this.openAs(this.lasting.read<string>('visitor'));
    this.lasting.write('visitor', session.visitorToken);
    this.api.authorise(session.visitorToken);
    return session;
  }
}
