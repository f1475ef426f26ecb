import { vi } from 'vitest';

interface Request {
  method: string;
  path: string;
  search: URLSearchParams;
  body: unknown;
  headers: Headers;
}

interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

type Handler = (request: Request) => Answer | Promise<Answer>;

/** Stands for the server behind `fetch`: answers by method and path, and keeps what it was asked. */
export class FakeServer {
  readonly requests: Request[] = [];
  private readonly handlers = new Map<string, Handler>();

  constructor() {
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => this.answer(url, init));
  }

  on(call: `${'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'} /${string}`, handler: Handler): this {
    this.handlers.set(call, handler);
    return this;
  }

  asked(call: string): Request[] {
    return this.requests.filter(({ method, path }) => `${method} ${path}` === call);
  }

  private async answer(url: string, init: RequestInit): Promise<Response> {
    const { pathname, searchParams } = new URL(url, 'http://rapport.test');
    const request: Request = {
      method: init.method ?? 'GET',
      path: pathname.replace('/api/v1', ''),
      search: searchParams,
      body: init.body ? JSON.parse(String(init.body)) : undefined,
      headers: new Headers(init.headers),
    };
    this.requests.push(request);
    const handler = this.handlers.get(`${request.method} ${request.path}`);
    const { status = handler ? 200 : 404, body, headers } = (await handler?.(request)) ?? {};
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      ...(headers && { headers }),
    });
  }
}

/** An answer that a test gives when it wants to. */
export function later<T>() {
  let give: (value: T) => void = () => undefined;
  const answer = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { answer, give };
}
