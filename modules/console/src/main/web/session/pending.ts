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

// The panel names some fields shorter than the vocabulary of conditions does.
const synonyms: Partial<Record<SessionField, string[]>> = {
  os: ['operatingSystem', 'system'],
};

/** Whether a provider still owes a field; pending names come bare or as `session.country`, `device.type`. */
export function isPending(session: Pick<Session, 'pending'>, field: SessionField): boolean {
  const names = [field, ...(synonyms[field] ?? [])];
  return session.pending.some((pending) => {
    const bare = pending.replace(/^session\./, '');
    return names.some((name) => bare === name || bare.startsWith(`${name}.`));
  });
}
