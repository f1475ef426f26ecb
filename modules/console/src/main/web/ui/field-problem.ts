import type { TFunction } from 'i18next';
import { Problem } from '../api/problem';
import { explain } from './explain';

/** What the server has against one field, or, when it names none, against the whole. */
export function fieldProblem(error: unknown, field: string, t: TFunction): string | null {
  if (!error) return null;
  return (error instanceof Problem ? error.messageFor(field) : null) ?? explain(error, t);
}
