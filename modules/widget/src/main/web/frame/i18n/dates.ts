import type { Language } from './language';

export function timeOfDay(at: string, { locale }: Language): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** 'Today', 'Yesterday', a weekday of this week, else the date; in the visitor's own time zone. */
export function dayName(at: string, now: Date, { locale, texts }: Language): string {
  const day = new Date(at);
  const age = Math.round((midnight(now) - midnight(day)) / 86_400_000);
  if (age === 0) return texts.today;
  if (age === 1) return texts.yesterday;
  if (age > 1 && age < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(day);
  const sameYear = day.getFullYear() === now.getFullYear();
  const format: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) };
  return new Intl.DateTimeFormat(locale, format).format(day);
}

export function isSameDay(one: string, other: string): boolean {
  return midnight(new Date(one)) === midnight(new Date(other));
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
