import { queryOptions } from '@tanstack/react-query';
import { keys } from './keys';
import { request } from './request';
import type { Me } from './types';

export const signIn = (email: string, password: string) =>
  request<void>('/sign-in', { method: 'POST', body: { email, password } });

export const signOut = () => request<void>('/sign-out', { method: 'POST' });

export const createFirstAdministrator = (body: {
  token: string;
  name: string;
  email: string;
  password: string;
}) => request<void>('/first-administrator', { method: 'POST', body });

/** For whoever follows the link of an invitation; answers with a sign-in. */
export const setPassword = (token: string, password: string) =>
  request<void>('/password', { method: 'POST', body: { token, password } });

export const meQuery = queryOptions({
  queryKey: keys.me,
  queryFn: ({ signal }) => request<Me>('/me', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
