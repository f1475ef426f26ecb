import { queryOptions } from '@tanstack/react-query';
import { everyPage } from './every-page';
import { keys } from './keys';
import { path, request } from './request';
import type { Agent, Id, Invitation, PasswordLink, Role } from './types';

export const agentsQuery = queryOptions({
  queryKey: keys.agents,
  queryFn: ({ signal }) => everyPage<Agent>('/agents', {}, signal),
});

export const inviteAgent = (body: { name: string; email: string; role: Role }) =>
  request<Invitation>('/agents', { method: 'POST', body });

export const changeAgent = (id: Id, body: { name?: string; role?: Role; active?: boolean }) =>
  request<Agent>(path`/agents/${id}`, { method: 'PATCH', body });

/** A new link that sets the password; the one before is worth nothing from then on. */
export const renewPasswordLink = (id: Id) =>
  request<PasswordLink>(path`/agents/${id}/password-link`, { method: 'POST' });
