import { queryOptions } from '@tanstack/react-query';
import { everyPage } from './every-page';
import { keys } from './keys';
import { Problem } from './problem';
import { path, request } from './request';
import type { AttributeDefinition, AttributesSaved, AttributeValue, Subject, SubjectKind } from './types';

export const definitionsQuery = (subject: SubjectKind) =>
  queryOptions({
    queryKey: keys.definitions(subject),
    queryFn: ({ signal }) => everyPage<AttributeDefinition>('/attribute-definitions', { subject }, signal),
  });

/** Sets one attribute, or removes its value by null; a refusal of the value is a {@link Problem}. */
export async function changeAttribute(subject: Subject, key: string, value: AttributeValue | null) {
  const answer = await request<AttributesSaved>(path`/${`${subject.kind}s`}/${subject.id}/attributes`, {
    method: 'PATCH',
    body: { [key]: value },
  });
  if (answer.refused.length > 0) throw new Problem(422, { errors: answer.refused });
}
