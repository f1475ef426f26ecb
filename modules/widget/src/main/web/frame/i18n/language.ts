import { en, type Texts } from './en';

const catalogue: Record<string, Texts> = { en };
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** A language as the widget speaks it: its texts, the locale for dates, and the direction that it is written in. */
export interface Language {
  locale: string;
  direction: 'ltr' | 'rtl';
  texts: Texts;
}

/** The language for a BCP 47 tag; texts that do not exist in it are English, dates and direction still follow the tag. */
export function languageOf(tag: string | null | undefined): Language {
  const locale = ownVariety(canonical(tag) ?? 'en');
  const [primary = 'en'] = locale.split('-');
  return {
    locale,
    direction: rightToLeft.has(primary) ? 'rtl' : 'ltr',
    texts: catalogue[locale] ?? catalogue[primary] ?? en,
  };
}

/** Of a language without a country the reader's own variety: English writes days and hours in two ways. */
function ownVariety(locale: string): string {
  if (locale.includes('-')) return locale;
  return navigator.languages.find((own) => own.startsWith(`${locale}-`)) ?? locale;
}

function canonical(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}
