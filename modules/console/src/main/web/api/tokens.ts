import { queryOptions } from '@tanstack/react-query';
import { everyPage } from './every-page';
import { keys } from './keys';
import { path, request } from './request';
import type { ApiToken, Id, Instant, Scope, TokenMade } from './types';

/** What a token may be allowed to do, in the order in which it is offered. */
export const scopes: readonly Scope[] = [
  'contacts:read',
  'contacts:write',
  'conversations:read',
  'conversations:write',
  'messages:write',
  'settings:read',
  'settings:write',
  'rules:read',
  'rules:publish',
  'operations:read',
  'operations:write',
];

export const tokensQuery = queryOptions({
  queryKey: keys.tokens,
  queryFn: ({ signal }) => everyPage<ApiToken>('/tokens', {}, signal),
});

export interface TokenWanted {
  name: string;
  scopes: Scope[];
  expiresAt?: Instant;
  neverExpires?: boolean;
}

export const makeToken = (body: TokenWanted) => request<TokenMade>('/tokens', { method: 'POST', body });

export const revokeToken = (id: Id) => request<void>(path`/tokens/${id}`, { method: 'DELETE' });
