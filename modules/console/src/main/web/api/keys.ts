import type { HistoryKind, Id, StatusFilter, Subject, SubjectKind } from './types';

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
  about: ['about'] as const,
  story: (subject: Subject, key: string) => ['about', subject.kind, subject.id, 'story', key] as const,
  history: (subject: Subject, kind: HistoryKind | null) =>
    ['about', subject.kind, subject.id, 'history', kind] as const,
  labels: ['labels'] as const,
  agents: ['agents'] as const,
  tokens: ['tokens'] as const,
  allDefinitions: ['attribute-definitions'] as const,
  definitions: (subject: SubjectKind) => ['attribute-definitions', subject] as const,
  undeclared: (subject: SubjectKind) => ['attribute-definitions', subject, 'undeclared'] as const,
  sites: ['sites'] as const,
};
