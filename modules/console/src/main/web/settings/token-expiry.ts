import type { TokenWanted } from '../api/tokens';

export const expiries = ['month', 'quarter', 'year', 'never', 'date'] as const;
export type Expiry = (typeof expiries)[number];

const days = { month: 30, quarter: 90, year: 365 } as const;
const day = 86_400_000;

/** What the server is asked for; `date` (yyyy-mm-dd) counts up to its end, where the administrator is. */
export function expiryWanted(
  expiry: Expiry,
  date: string,
  now: number,
): Pick<TokenWanted, 'expiresAt' | 'neverExpires'> {
  if (expiry === 'never') return { neverExpires: true };
  if (expiry === 'date') return { expiresAt: endOf(date).toISOString() };
  return { expiresAt: new Date(now + days[expiry] * day).toISOString() };
}

export const isToCome = (date: string, now: number) => endOf(date).getTime() > now;

function endOf(date: string): Date {
  const [year = Number.NaN, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, dayOfMonth + 1);
}
