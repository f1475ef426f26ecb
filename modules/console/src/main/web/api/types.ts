// The shapes of the server's answers (`/openapi` is the full contract).

export type Id = string;
/** ISO 8601 in UTC. */
export type Instant = string;
/** The server leaves out what is not known. */
export type Known<T> = T | null | undefined;

export interface Page<T> {
  items: T[];
  /** Where the next page begins; null on the last one. */
  next?: Known<string>;
}

export interface Reference {
  id: Id;
  name: string;
}

export type Role = 'administrator' | 'agent';

export interface Me {
  id: Id;
  name: string;
  email: string;
  role: Role;
}

export interface Agent extends Me {
  active: boolean;
  /** Has not chosen a password yet. */
  invited: boolean;
  version: number;
}

/** Shown once: the server keeps no link. */
export interface PasswordLink {
  link: string;
  expiresAt: Instant;
}

export interface Invitation {
  agent: Agent;
  passwordLink: PasswordLink;
}

export type Status = 'open' | 'snoozed' | 'resolved' | 'finalised';
export type StatusFilter = 'open' | 'resolved' | 'finalised' | 'all';

export type ActorKind = 'agent' | 'visitor' | 'rule' | 'plugin' | 'token' | 'system';
export type Source = 'agent' | 'identityToken' | 'api' | 'import' | 'plugin' | 'form' | 'sdk';

/** Who did it, as they were called at the time. */
export interface Actor {
  kind: ActorKind;
  id?: Known<string>;
  name?: Known<string>;
  version?: Known<string | number>;
  revision?: Known<number>;
}

export interface InboxLabel extends Reference {
  colour: string;
}

export interface InboxItem {
  id: Id;
  number: number;
  status: Status;
  site: Reference;
  contact?: Known<Reference>;
  lastMessage?: Known<{ text: string; authorKind: ActorKind; authorName?: Known<string>; at: Instant }>;
  lastActivityAt: Instant;
  unread: boolean;
  waitingSince?: Known<Instant>;
  labels: InboxLabel[];
  /** ISO 3166 alpha-2. */
  country?: Known<string>;
}

/** One conversation, as the inbox knows it. */
export type Conversation = Omit<InboxItem, 'unread'>;

export interface Message {
  id: Id;
  /** Counts up within its conversation. */
  sequence: number;
  author: Actor;
  text: string;
  private: boolean;
  at: Instant;
  clientMessageId?: Known<string>;
}

export interface Fact {
  field: string;
  /** As text at the time; a message is kept by reference. */
  value?: Known<string>;
  messageId?: Known<Id>;
}

export interface Why {
  sentence: string;
  facts: Fact[];
  /** What this label stood in the way of. */
  suppressed: Suppressed[];
}

/** A label that a rule proposed and that was not put on. */
export interface Suppressed {
  label: string;
  ruleId: string;
  reason: 'override' | 'agent' | 'order' | 'archived';
}

export interface AssignedLabel extends InboxLabel {
  setBy: Actor;
  setAt: Instant;
  why?: Known<Why>;
}

export type AttributeType = 'text' | 'number' | 'list' | 'boolean' | 'email' | 'phone';
export type AttributeValue = string | number | boolean;

export interface Attribute {
  key: string;
  name: string;
  type: AttributeType;
  value?: Known<AttributeValue>;
  source: Source;
  setBy: Actor;
  setAt: Instant;
  pinned: boolean;
  /** A provider's guess. */
  estimated: boolean;
  /** Found by something that nobody has verified. */
  unverified: boolean;
  /** Kept as typed: it is no value of its type. */
  unparsed: boolean;
  /** How many other sources have a value, too. */
  others: number;
}

export interface AttributeDefinition {
  id: Id;
  subject: SubjectKind;
  key: string;
  name: string;
  description?: Known<string>;
  type: AttributeType;
  options: string[];
  group?: Known<string>;
  visitorsMayWrite: boolean;
}

export interface Claim {
  field: string;
  value: string;
  candidate: Reference;
}

/** What a contact is reached by. */
export interface Profile {
  id: Id;
  name?: Known<string>;
  email?: Known<string>;
  phone?: Known<string>;
  verified: boolean;
  blocked: boolean;
  /** Counts up with each change; for `If-Match`. */
  version: number;
}

export interface Contact extends Profile {
  claims: Claim[];
  labels: AssignedLabel[];
  attributes: Attribute[];
}

export interface Device {
  type?: Known<string>;
  name?: Known<string>;
}

export interface Session {
  id: Id;
  country?: Known<{ code: string; name: string }>;
  region?: Known<string>;
  city?: Known<string>;
  /** The place was guessed from the browser's time zone. */
  estimated: boolean;
  timeZone?: Known<string>;
  language?: Known<string>;
  device?: Known<Device>;
  os?: Known<string>;
  browser?: Known<{ name: string; version?: Known<string> }>;
  referrer?: Known<string>;
  currentPage?: Known<string>;
  startedAt: Instant;
  visits: number;
  /** In how many other sessions the customer wrote in this conversation. */
  others: number;
  /** What was different in the session before. */
  before?: Known<{ country?: Known<{ code: string; name: string }>; device?: Known<Device> }>;
  /** Names of fields that a provider still owes. */
  pending: string[];
}

export interface Panel {
  /** Unknown for the moment between a conversation and its contact. */
  contact?: Known<Contact>;
  conversation: {
    id: Id;
    number: number;
    status: Status;
    labels: AssignedLabel[];
    attributes: Attribute[];
  };
  session?: Known<Session>;
}

export type SubjectKind = 'contact' | 'conversation';

/** What labels and attributes are put on. */
export interface Subject {
  kind: SubjectKind;
  id: Id;
}

export interface Label extends InboxLabel {
  description?: Known<string>;
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
