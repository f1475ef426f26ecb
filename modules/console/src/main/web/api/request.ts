import { Problem, problemOf } from './problem';

interface Options {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  headers?: Record<string, string>;
  query?: Record<string, string | number | null | undefined>;
  signal?: AbortSignal;
}

const base = '/api/v1';

/** One call to the server, by the sign-in cookie; whatever is not an answer becomes a {@link Problem}. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const method = options.method ?? 'GET';
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (options.body !== undefined) {
    headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  // Other sites can send our cookie, but not this header: the server asks for it on every change.
  if (method !== 'GET') headers['X-Requested-With'] = 'rapport';

  const response = await reach(base + path + search(options.query), {
    method,
    headers,
    credentials: 'same-origin',
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0);
  }
}

function search(query: Options['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : '';
}

/** A path of fixed words and escaped ids: path`/contacts/${id}`. */
export function path(words: TemplateStringsArray, ...ids: string[]): string {
  return words.reduce((whole, word, index) => whole + encodeURIComponent(ids[index - 1] ?? '') + word);
}
