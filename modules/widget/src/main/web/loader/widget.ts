import { Widget } from './widgetOnPage';
import { commandsOf, type Rapport } from './commands';
import { whenBodyIsThere } from './page';

declare global {
  interface Window {
    rapport?: Rapport;
  }
}

/**
 * The script of `/widget.js`. Put on a page as
 *
 *   <script>window.rapport = window.rapport || function () { (rapport.q = rapport.q || []).push(arguments) }</script>
 *   <script src="https://chat.example.com/widget.js" data-site="KEY" async></script>
 *
 * The first line is needed only where the page calls `rapport(...)` itself, before or after the script has loaded:
 *
 *   rapport('open')                    shows the widget and takes the focus to it
 *   rapport('close')                   hides it
 *   rapport('setLocale', 'vi')         a BCP 47 language tag; by default the site's
 *   rapport('on', 'ready', listener)   the launcher is there; called at once if it already is
 *   rapport('on', 'open', listener)    also 'close'
 *   rapport('on', 'unread', listener)  with the number of unread messages, when it changes
 *   rapport('setUser', {…})            who the visitor is: name, email, phone; externalId with the identityToken that proves
 *                                      it, signed by the page's own server (see modules/widget/README.md)
 *   rapport('setContactAttributes', {…})       what is known of the visitor; null takes back
 *   rapport('setConversationAttributes', {…})  what the conversation is about, the present one or the next
 *   rapport('on', 'identityRequired', listener)  the token has expired: call setUser with a new one
 *   rapport('reset')                   the visitor signs out: nothing of the chat stays in this browser
 */
function start(script: HTMLScriptElement | null): void {
  const siteKey = script?.dataset['site'];
  if (!script || !siteKey) {
    console.error('rapport: the script tag needs data-site="…" with the key of the site.');
    return;
  }
  const queued = window.rapport;
  if (queued?.loaded) return;
  const widget = new Widget(new URL('widget/frame', script.src), siteKey);
  const commands = commandsOf(widget);
  window.rapport = commands;
  for (const call of queued?.q ?? []) commands(...(Array.from(call) as Parameters<Rapport>));
  whenBodyIsThere(() => widget.attach());
}

start((document.currentScript as HTMLScriptElement | null) ?? document.querySelector<HTMLScriptElement>('script[data-site][src*="/widget.js"]'));
