// The shapes of the server's answers (`/openapi` is the full contract).

export type Id = string;
/** ISO 8601 in UTC. */
export type Instant = string;

export interface Page<T> {
  items: T[];
  /** Where the next page begins; null on the last one. */
  next: string | null;
}

export interface Reference {
  id: Id;
  name: string;
}

export interface Me {
  id: Id;
  name: string;
  email: string;
  role: 'administrator' | 'agent';
}

export type Status = 'open' | 'snoozed' | 'resolved' | 'finalised';
export type StatusFilter = 'open' | 'resolved' | 'finalised' | 'all';

export type ActorKind = 'agent' | 'visitor' | 'rule' | 'plugin' | 'token' | 'system';
export type Source = 'agent' | 'identityToken' | 'api' | 'import' | 'plugin' | 'form' | 'sdk';

/** Who did it, as they were called at the time. */
export interface Actor {
  kind: ActorKind;
  id: string | null;
  name: string | null;
  version?: string | number | null;
  revision?: number | null;
}

export interface InboxLabel extends Reference {
  colour: string;
}

export interface InboxItem {
  id: Id;
  number: number;
  status: Status;
  site: Reference;
  contact: Reference;
  lastMessage: { text: string; authorKind: ActorKind; authorName: string | null; at: Instant } | null;
  lastActivityAt: Instant;
  unread: boolean;
  waitingSince: Instant | null;
  labels: InboxLabel[];
  /** ISO 3166 alpha-2. */
  country: string | null;
}

export interface Conversation {
  id: Id;
  number: number;
  status: Status;
  site: Reference;
  contact: Reference;
  createdAt: Instant;
  lastActivityAt: Instant;
  version: number;
}

export interface Message {
  id: Id;
  /** Counts up within its conversation. */
  sequence: number;
  author: Actor;
  text: string;
  private: boolean;
  at: Instant;
  clientMessageId: string | null;
}

export interface Fact {
  field: string;
  value: unknown;
}

export interface Why {
  sentence: string;
  facts: Fact[];
  /** What this decision kept from happening, in the server's own words or as label and actor. */
  suppressed: unknown[];
}

export interface AssignedLabel extends InboxLabel {
  setBy: Actor;
  setAt: Instant;
  why?: Why | null;
}

export type AttributeType = 'text' | 'number' | 'list' | 'boolean' | 'email' | 'phone';
export type AttributeValue = string | number | boolean;

export interface Attribute {
  key: string;
  name: string;
  type: AttributeType;
  value: AttributeValue | null;
  source: Source;
  setBy: Actor;
  setAt: Instant;
  pinned: boolean;
  /** A plugin's value that is past its time. */
  stale: boolean;
  /** How many other sources have a value, too. */
  others: number;
}

export interface AttributeDefinition {
  id: Id;
  subject: SubjectKind;
  key: string;
  name: string;
  description: string | null;
  type: AttributeType;
  options: string[];
  group: string | null;
  visitorsMayWrite: boolean;
}

export interface Claim {
  field: string;
  value: string;
  candidate: Reference;
}

export interface Contact {
  id: Id;
  name: string | null;
  email: string | null;
  phone: string | null;
  verified: boolean;
  blocked: boolean;
  version: number;
  claims: Claim[];
  labels: AssignedLabel[];
  attributes: Attribute[];
}

export interface Session {
  id: Id;
  country: { code: string; name: string } | null;
  region: string | null;
  city: string | null;
  /** The place was guessed from the browser's time zone. */
  estimated: boolean;
  timeZone: string | null;
  language: string | null;
  device: { type: string | null; name: string | null } | null;
  os: string | null;
  browser: { name: string; version: string | null } | null;
  referrer: string | null;
  currentPage: string | null;
  startedAt: Instant;
  visits: number;
  others: number;
  /** Names of fields that a provider still owes. */
  pending: string[];
}

export interface Panel {
  contact: Contact;
  conversation: {
    id: Id;
    number: number;
    status: Status;
    labels: AssignedLabel[];
    attributes: Attribute[];
  };
  session: Session | null;
}

export type SubjectKind = 'contact' | 'conversation';

/** What labels and attributes are put on. */
export interface Subject {
  kind: SubjectKind;
  id: Id;
}

export interface Label extends InboxLabel {
  description: string | null;
  appliesTo: string[];
  archived: boolean;
}

export interface AttributesSaved {
  saved: string[];
  refused: FieldError[];
}

export interface FieldError {
  field: string;
  message: string;
}
