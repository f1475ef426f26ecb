import { path, request } from './request';
import type { Id, Profile } from './types';

export type ContactField = 'name' | 'email' | 'phone';

/** Refused with 412 when the contact is no longer at the given version. */
export const changeContact = (id: Id, version: number, field: ContactField, value: string | null) =>
  request<Profile>(path`/contacts/${id}`, {
    method: 'PATCH',
    body: { [field]: value },
    headers: { 'If-Match': `"${version}"` },
  });
