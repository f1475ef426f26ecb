import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { everyPage } from './every-page';
import { keys } from './keys';
import { path, request } from './request';
import type {
  AttributeDefinition,
  AttributeStory,
  AttributeValue,
  Known,
  Source,
  Subject,
  SubjectKind,
} from './types';

export const definitionsQuery = (subject: SubjectKind) =>
  queryOptions({
    queryKey: keys.definitions(subject),
    queryFn: ({ signal }) => everyPage<AttributeDefinition>('/attribute-definitions', { subject }, signal),
  });

/** Each page holds the values at present, and the changes of its own. */
export const storyQuery = (subject: Subject, key: string) =>
  infiniteQueryOptions({
    queryKey: keys.story(subject, key),
    queryFn: ({ pageParam, signal }) => readStory(subject, key, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.changes.next,
  });

export const readStory = (subject: Subject, key: string, after: string | null = null, signal?: AbortSignal) =>
  request<AttributeStory>(pathOf(subject, key), {
    query: { after, limit: 10 },
    ...(signal ? { signal } : {}),
  });

/** The version of the value that was seen, null where none was; undefined: whatever is there. */
export type Seen = Known<string>;

/** Sets one attribute, or removes its value by null; refused with 412 when another value is shown than was seen. */
export const setAttribute = (subject: Subject, key: string, value: AttributeValue | null, seen?: Seen) =>
  request<AttributeStory>(pathOf(subject, key), {
    method: 'PUT',
    body: { value },
    headers: precondition(seen),
  });

/** Shows one source's value whatever the others say. */
export const pinAttribute = (
  subject: Subject,
  key: string,
  of: { source: Source; sourceId: string },
  seen?: Seen,
) =>
  request<AttributeStory>(`${pathOf(subject, key)}/pin`, {
    method: 'POST',
    body: { source: of.source, sourceId: of.sourceId },
    headers: precondition(seen),
  });

/** Takes back what agents said of an attribute: the other sources decide again. */
export const releaseAttribute = (subject: Subject, key: string, seen?: Seen) =>
  request<AttributeStory>(`${pathOf(subject, key)}/release`, {
    method: 'POST',
    headers: precondition(seen),
  });

const pathOf = (subject: Subject, key: string) =>
  path`/${`${subject.kind}s`}/${subject.id}/attributes/${key}`;

function precondition(seen: Seen): Record<string, string> {
  if (seen === undefined) return {};
  return seen === null ? { 'If-None-Match': '*' } : { 'If-Match': `"${seen}"` };
}
