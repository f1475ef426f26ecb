import { path, request } from './request';
import type { Id, Profile, Unmerged } from './types';

export type ContactField = 'name' | 'email' | 'phone';

/** Refused with 412 when the contact is no longer at the given version. */
export const changeContact = (id: Id, version: number, field: ContactField, value: string | null) =>
  request<Profile>(path`/contacts/${id}`, {
    method: 'PATCH',
    body: { [field]: value },
    headers: { 'If-Match': `"${version}"` },
  });

/** Undoes the merge by which a contact became part of another; refused with 409 where a later one comes first. */
export const unmerge = (id: Id) => request<Unmerged>(path`/contacts/${id}/unmerge`, { method: 'POST' });

/** What an agent makes of a claim. */
export type Verdict = 'confirm' | 'refuse';

/** The candidate is the one that the agent saw: refused with 409 when the claim is about somebody else by now. */
export const judgeClaim = (id: Id, field: string, candidate: Id, verdict: Verdict) =>
  request<void>(path`/contacts/${id}/claims/${field}/${verdict}`, { method: 'POST', body: { candidate } });
