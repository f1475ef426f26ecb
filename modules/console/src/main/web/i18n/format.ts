import { i18n } from '.';

/** The reader's own variety of the page's language, so that English has the right order of day and month. */
export function locale(): string {
  const language = i18n.language;
  return navigator.languages.find((candidate) => candidate.split('-')[0] === language) ?? language;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** As short as it can be read beside a name: 'now', '5 min', '3 hr', 'Mon', '12 Mar', '12 Mar 2024'. */
export function shortAge(at: string, now: number): string {
  const date = new Date(at);
  const age = now - date.getTime();
  if (age < minute) return relative(0, 'second');
  if (age < hour) return unit(Math.floor(age / minute), 'minute');
  if (age < day) return unit(Math.floor(age / hour), 'hour');
  if (age < 6 * day) return format(date, { weekday: 'short' });
  return shortDate(date, now);
}

/** In a sentence: 'now', '5 min. ago', 'yesterday', '12 Mar'. */
export function age(at: string, now: number): string {
  const date = new Date(at);
  const millis = now - date.getTime();
  if (millis < minute) return relative(0, 'second');
  if (millis < hour) return relative(-Math.floor(millis / minute), 'minute');
  if (millis < day) return relative(-Math.floor(millis / hour), 'hour');
  if (millis < 6 * day) return relative(-Math.floor(millis / day), 'day');
  return shortDate(date, now);
}

export const exactTime = (at: string) => format(new Date(at), { dateStyle: 'full', timeStyle: 'short' });

/** A day to come: '31 Jan 2027'. */
export const shortDay = (at: string) => format(new Date(at), { dateStyle: 'medium' });

export const clockTime = (at: string | number, timeZone?: string) =>
  format(new Date(at), { hour: '2-digit', minute: '2-digit', ...(timeZone ? { timeZone } : {}) });

export const dateOf = (at: string) =>
  format(new Date(at), { weekday: 'long', day: 'numeric', month: 'long' });

/** Text keeps the digits that a number would round. */
export const number = (value: number | `${number}`) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 20 }).format(value);

/** 'Vietnamese' for 'vi'; the code itself where the browser knows no name. */
export function languageName(code: string): string {
  return named(code, 'language');
}

export function countryName(code: string): string {
  return named(code, 'region');
}

function named(code: string, type: 'language' | 'region'): string {
  try {
    return new Intl.DisplayNames([locale()], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Null for a time zone that the browser does not know. */
export function localTime(timeZone: string, now: number): string | null {
  try {
    return clockTime(now, timeZone);
  } catch {
    return null;
  }
}

function shortDate(date: Date, now: number): string {
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  return format(date, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) });
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

function relative(value: number, of: Intl.RelativeTimeFormatUnit): string {
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'short' }).format(value, of);
}

function unit(value: number, of: 'minute' | 'hour'): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: of, unitDisplay: 'short' }).format(value);
}
