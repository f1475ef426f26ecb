import type { Session } from '../api/types';

export type SessionField =
  | 'country'
  | 'region'
  | 'city'
  | 'timeZone'
  | 'device'
  | 'os'
  | 'browser'
  | 'language';

// Providers owe finer fields than the panel has lines.
const owed: Record<SessionField, string[]> = {
  country: ['country'],
  region: ['region'],
  city: ['city'],
  timeZone: ['timeZone'],
  device: ['deviceType', 'deviceName'],
  os: ['operatingSystem'],
  browser: ['browserName', 'browserVersion'],
  language: ['language'],
};

/** Whether a provider still owes what a line shows. */
export function isPending(session: Pick<Session, 'pending'>, field: SessionField): boolean {
  return owed[field].some((name) => session.pending.includes(name));
}
