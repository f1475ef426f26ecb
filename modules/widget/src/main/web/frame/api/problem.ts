export interface FieldError {
  field: string;
  message: string;
}

/** A refusal of the server (RFC 9457), or no answer at all (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    title: string,
    readonly errors: FieldError[] = [],
    readonly retryAfterMilliseconds: number | null = null,
    readonly type: string | null = null,
  ) {
    super(title);
  }

  /** Whether the server wants the visitor to prove who it is. */
  get identityRequired(): boolean {
    return this.type === '/problems/identity-required';
  }

  /** Whether the same request may succeed later: the server is away, overloaded or asks to wait. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const longestWait = 5 * 60_000;

export async function problemOf(response: Response): Promise<Problem> {
  // A page is not Rapport's word but that of a proxy, or of a server whose application is still starting.
  if (response.headers.get('Content-Type')?.startsWith('text/html')) return new Problem(0, `${response.status}`);
  const body = await bodyOf(response);
  const title = textOf(body['detail']) ?? textOf(body['title']) ?? `${response.status}`;
  return new Problem(response.status, title, fieldErrorsOf(body['errors']), waitOf(response.headers.get('Retry-After')), textOf(body['type']) ?? null);
}

export function problemFrom(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, String(error));
}

/** `Retry-After` in either of its forms (RFC 9110, 10.2.3): seconds or a date. */
function waitOf(header: string | null): number | null {
  if (!header) return null;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? null : Math.min(Math.max(milliseconds, 0), longestWait);
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function fieldErrorsOf(errors: unknown): FieldError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter((error): error is FieldError => typeof error?.field === 'string' && typeof error?.message === 'string');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
