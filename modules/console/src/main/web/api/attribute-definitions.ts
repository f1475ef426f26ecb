import { infiniteQueryOptions } from '@tanstack/react-query';
import { keys } from './keys';
import { path, request } from './request';
import type {
  AttributeDefinition,
  AttributeDefinitionCheck,
  AttributeDefinitionPatch,
  AttributeDefinitionWanted,
  AttributeType,
  Id,
  Page,
  Privacy,
  SubjectKind,
  UndeclaredAttribute,
} from './types';

/** Every type, in the order in which it is offered. */
export const attributeTypes: readonly AttributeType[] = [
  'text',
  'number',
  'currency',
  'percent',
  'date',
  'dateTime',
  'boolean',
  'list',
  'multiList',
  'link',
  'email',
  'phone',
];

export const privacies: readonly Privacy[] = ['ordinary', 'personal', 'sensitive'];

export const hasOptions = (type: AttributeType) => type === 'list' || type === 'multiList';

/** A page may hold fewer keys than it could, even none, and not be the last: those that nobody uses are left out. */
export const undeclaredQuery = (subject: SubjectKind) =>
  infiniteQueryOptions({
    queryKey: keys.undeclared(subject),
    queryFn: ({ pageParam, signal }) =>
      request<Page<UndeclaredAttribute>>('/attribute-definitions/undeclared', {
        query: { subject, after: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });

export const readDefinition = (id: Id) => request<AttributeDefinition>(path`/attribute-definitions/${id}`);

export const makeDefinition = (body: AttributeDefinitionWanted) =>
  request<AttributeDefinition>('/attribute-definitions', { method: 'POST', body });

/** Refused with 412 when the definition is no longer at the given version. */
export const changeDefinition = (id: Id, version: number, body: AttributeDefinitionPatch) =>
  request<AttributeDefinition>(path`/attribute-definitions/${id}`, {
    method: 'PATCH',
    body,
    headers: { 'If-Match': `"${version}"` },
  });

/** How many values would not fit after a change; changes nothing. */
export const checkDefinition = (id: Id, body: AttributeDefinitionPatch) =>
  request<AttributeDefinitionCheck>(path`/attribute-definitions/${id}/check`, { method: 'POST', body });

/** Values stay, as those of a key that is not declared. Refused with 409 while something uses it, with 412 as above. */
export const deleteDefinition = (id: Id, version: number) =>
  request<void>(path`/attribute-definitions/${id}`, {
    method: 'DELETE',
    headers: { 'If-Match': `"${version}"` },
  });
