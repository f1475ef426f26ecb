import { expect, test, vi } from 'vitest';
import { FakeServer } from '../../../test/fake-server';
import { everyPage } from './every-page';
import { Problem } from './problem';
import { path, request } from './request';

test('a change carries the header that other sites cannot send, a read does not', async () => {
  const server = new FakeServer()
    .on('GET /me', () => ({ body: {} }))
    .on('POST /sign-out', () => ({ status: 204 }));
  await request('/me');
  await request('/sign-out', { method: 'POST' });
  expect(server.requests.map(({ headers }) => headers.get('X-Requested-With'))).toEqual([null, 'rapport']);
});

test('an id cannot leave its place in the path', () => {
  expect(path`/contacts/${'../sign-out?x'}/labels/${'a/b'}`).toBe('/contacts/..%2Fsign-out%3Fx/labels/a%2Fb');
});

test('a refusal is a problem with its fields and its wait', async () => {
  new FakeServer().on('POST /sign-in', () => ({
    status: 429,
    headers: { 'Retry-After': '30' },
    body: { title: 'Too many', errors: [{ field: 'email', message: 'No.' }] },
  }));
  const problem: Problem = await request<Problem>('/sign-in', { method: 'POST' }).catch((error) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ status: 429, retryAfter: 30, transient: false });
  expect(problem.messageFor('email')).toBe('No.');
});

test('an answer that is no JSON is still a problem', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })));
  await expect(request('/me')).rejects.toMatchObject({ status: 502, transient: true });
});

test('a server out of reach is a problem that may pass', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(request('/me')).rejects.toMatchObject({ status: 0, transient: true });
});

test('a catalogue is read page by page, and not for ever', async () => {
  const server = new FakeServer().on('GET /labels', ({ search }) => {
    const page = Number(search.get('after') ?? 0);
    return { body: { items: [page], next: String(page + 1) } };
  });
  const items = await everyPage('/labels', {}, new AbortController().signal);
  expect(items).toHaveLength(20);
  expect(server.requests).toHaveLength(20);
});
