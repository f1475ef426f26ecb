import { attributesFrom, userFrom } from '../protocol/person';
import type { Widget } from './widgetOnPage';

/** The SDK's one function: `rapport(command, …)`. Before the script has loaded, the page's snippet only queues the calls. */
export interface Rapport {
  (command: string, ...parameters: unknown[]): void;
  q?: ArrayLike<unknown>[];
  loaded?: boolean;
}

/** A wrong call is reported and goes no further: a chat widget must never break the page that it sits on. */
export function commandsOf(widget: Widget): Rapport {
  const commands: Record<string, (...parameters: unknown[]) => void> = {
    open: () => widget.open(),
    close: () => widget.close(),
    setLocale: (locale) => widget.setLocale(localeFrom(locale)),
    setUser: (user) => widget.said.setUser(userFrom(user)),
    setContactAttributes: (attributes) => widget.said.setContactAttributes(attributesFrom(attributes, 'setContactAttributes')),
    setConversationAttributes: (attributes) =>
      widget.said.setConversationAttributes(attributesFrom(attributes, 'setConversationAttributes')),
    reset: () => widget.reset(),
    on: (event, listener) => widget.events.on(event as string, listener as () => void),
  };
  const rapport: Rapport = (command, ...parameters) => {
    try {
      const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (!run) throw new Error(`there is no command "${command}"; there are ${Object.keys(commands).join(', ')}`);
      run(...parameters);
    } catch (error) {
      console.error(`rapport: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  rapport.loaded = true;
  return rapport;
}

function localeFrom(locale: unknown): string {
  if (typeof locale !== 'string') throw new Error('setLocale takes a language tag such as "en" or "vi-VN"');
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  } catch {
    throw new Error(`"${locale}" is not a language tag such as "en" or "vi-VN"`);
  }
}
