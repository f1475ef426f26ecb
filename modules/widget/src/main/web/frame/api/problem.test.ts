import { expect, it } from 'vitest';
import { problemOf } from './problem';

const answer = (type: string) => new Response('{"title":"Not Found"}', { status: 404, headers: { 'Content-Type': type } });

it('takes a refusal of Rapport as its last word', async () => {
  expect((await problemOf(answer('application/problem+json'))).passing).toBe(false);
});

it('takes a page of a proxy, or of a server that is starting, as no answer', async () => {
  expect((await problemOf(answer('text/html;charset=utf-8'))).passing).toBe(true);
});
