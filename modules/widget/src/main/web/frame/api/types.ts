/** The chat server's answers under `/widget/v1`, as they travel. */
export interface Site {
  key: string;
  name: string;
  texts: Partial<Record<'title' | 'greeting', string | null>>;
  colour: string | null;
  locale: string | null;
  preChat: { enabled: boolean; fields: PreChatField[] };
  privacyNotice: string | null;
}

export interface PreChatField {
  key: string;
  subject: 'contact' | 'conversation';
  label: string;
  type: 'text' | 'email' | 'phone' | 'list' | 'boolean' | 'number';
  required: boolean;
  options?: string[] | null;
}

export type PreChatAnswers = Record<string, string | number | boolean>;

export interface Conversation {
  id: string;
  number: number;
  status: string;
}

export interface Session {
  sessionId: string;
  visitorToken: string;
  conversation: Conversation | null;
  unread: number;
  /** There is more, which is shown once the visitor has proved again who it is. */
  identityRequired?: boolean;
}

/** What the server made of what the page says. */
export interface Introduced {
  sessionId: string;
  visitorToken: string;
  verified: boolean;
  saved: string[];
  refused: { field: string; message: string }[];
}

export interface Message {
  id: string;
  sequence: number;
  author: { kind: 'visitor' | 'agent' | 'system'; name: string | null };
  text: string;
  at: string;
  clientMessageId?: string | null;
}

export interface Started {
  conversationId: string;
  number: number;
  message: Message;
}

export interface MessagePage {
  items: Message[];
  next: string | number | null;
}
