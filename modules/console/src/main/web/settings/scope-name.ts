import type { Scope } from '../api/types';

/** Under which key the texts name a scope: a colon means something else there. */
export const scopeKeys = {
  'contacts:read': 'contactsRead',
  'contacts:write': 'contactsWrite',
  'conversations:read': 'conversationsRead',
  'conversations:write': 'conversationsWrite',
  'messages:write': 'messagesWrite',
  'settings:read': 'settingsRead',
  'settings:write': 'settingsWrite',
  'rules:read': 'rulesRead',
  'rules:publish': 'rulesPublish',
  'operations:read': 'operationsRead',
  'operations:write': 'operationsWrite',
} as const satisfies Record<Scope, string>;
