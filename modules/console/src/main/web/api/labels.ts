import { queryOptions } from '@tanstack/react-query';
import { everyPage } from './every-page';
import { keys } from './keys';
import { path, request } from './request';
import type { Id, Label, Subject } from './types';

export const labelsQuery = queryOptions({
  queryKey: keys.labels,
  queryFn: ({ signal }) => everyPage<Label>('/labels', {}, signal),
});

export const createLabel = (body: { name: string; colour: string; appliesTo: string[] }) =>
  request<Label>('/labels', { method: 'POST', body });

export const addLabel = (subject: Subject, label: Id) =>
  request<void>(labelPath(subject, label), { method: 'PUT' });

export const removeLabel = (subject: Subject, label: Id) =>
  request<void>(labelPath(subject, label), { method: 'DELETE' });

const labelPath = (subject: Subject, label: Id) => path`/${`${subject.kind}s`}/${subject.id}/labels/${label}`;
