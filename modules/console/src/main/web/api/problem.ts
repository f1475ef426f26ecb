import type { ProblemDetails } from './types';

/** The server's refusal (RFC 9457), or, with status 0, the server that could not be reached. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly details: Partial<ProblemDetails> = {},
    /** Seconds to wait before asking again. */
    readonly retryAfter: number | null = null,
  ) {
    super(details.detail ?? details.title ?? `HTTP ${status}`);
  }

  /** The same request may go through a little later. */
  get transient(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  messageFor(field: string): string | null {
    return this.details.errors?.find((error) => error.field === field)?.message ?? null;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
  // A page is not Rapport's word but that of a proxy, or of a server whose application is still starting.
  if (response.headers.get('Content-Type')?.startsWith('text/html')) return new Problem(0);
  const details = await response.json().catch(() => ({}));
  return new Problem(response.status, details ?? {}, Number.isFinite(wait) ? wait : null);
}

export function isStatus(error: unknown, status: number): error is Problem {
  return error instanceof Problem && error.status === status;
}
