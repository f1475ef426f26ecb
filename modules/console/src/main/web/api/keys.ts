import type { Id, StatusFilter, SubjectKind } from './types';

// Every query of the application has its key here, so that the live hints can name what they make stale.
export const keys = {
  me: ['me'] as const,
  inbox: ['inbox'] as const,
  inboxOf: (status: StatusFilter) => ['inbox', status] as const,
  conversations: ['conversations'] as const,
  conversation: (id: Id) => ['conversations', id, 'head'] as const,
  messages: (id: Id) => ['conversations', id, 'messages'] as const,
  panel: (id: Id) => ['conversations', id, 'panel'] as const,
  sending: (id: Id) => ['send-message', id] as const,
  labels: ['labels'] as const,
  agents: ['agents'] as const,
  tokens: ['tokens'] as const,
  definitions: (subject: SubjectKind) => ['attribute-definitions', subject] as const,
};
