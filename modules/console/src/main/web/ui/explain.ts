import type { TFunction } from 'i18next';
import { Problem } from '../api/problem';

/** One sentence for a person; what the server said where it said something. */
export function explain(error: unknown, t: TFunction): string {
  if (!(error instanceof Problem)) return t('errors.unexpected');
  if (error.status === 0) return t('errors.unreachable');
  if (error.status === 429) return t('errors.busy', { count: error.retryAfter ?? 60 });
  const said = error.details.errors?.[0]?.message ?? error.details.detail;
  if (said && error.status < 500) return said;
  if (error.status === 403) return t('errors.forbidden');
  if (error.status === 404) return t('errors.gone');
  return t('errors.server');
}
