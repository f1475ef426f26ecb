// The shapes of the server's answers: what it says of itself (openapi.json, from which `generated` is made at every
// build), and beside it which words a text may be, which it does not say.
import type { components } from './generated/server';

type Schemas = components['schemas'];

/** The server leaves out what is not known. */
export type Known<T> = T | null | undefined;

/** What may be left out may be null, too, so that an answer and a sample are written alike. */
type Told<T> = T extends (infer E)[]
  ? Told<E>[]
  : T extends object
    ? { [K in keyof T]: Record<never, never> extends Pick<T, K> ? Known<Told<T[K]>> : Told<T[K]> }
    : T;

/** A shape of the server's, some of whose parts are known closer. */
type Shape<Name extends keyof Schemas, Closer = unknown> = Omit<Told<Schemas[Name]>, keyof Closer> & Closer;

export type Id = Schemas['UUID'];
/** ISO 8601 in UTC. */
export type Instant = Schemas['Instant'];

export interface Page<T> {
  items: T[];
  /** Where the next page begins; null on the last one. */
  next?: Known<string>;
}

export type Reference = Shape<'Named'>;

export type Role = 'administrator' | 'agent';
export type Me = Shape<'Me', { role: Role }>;
/** `invited`: has not chosen a password yet. */
export type Agent = Shape<'Agent', { role: Role }>;
/** Shown once: the server keeps no link. */
export type PasswordLink = Shape<'PasswordLink'>;
export type Invitation = Shape<'Invitation', { agent: Agent }>;

export type Status = 'open' | 'snoozed' | 'resolved' | 'finalised';
export type StatusFilter = 'open' | 'resolved' | 'finalised' | 'all';

export type ActorKind = 'agent' | 'visitor' | 'rule' | 'plugin' | 'token' | 'system';
export type Source = 'agent' | 'identityToken' | 'api' | 'import' | 'plugin' | 'form' | 'sdk';

/** Who did it, as they were called at the time. */
export type Actor = Shape<'Actor', { kind: ActorKind }>;

export type InboxLabel = Shape<'LabelPill'>;
export type InboxItem = Shape<
  'InboxItem',
  {
    status: Status;
    lastMessage?: Known<Shape<'LastMessage', { authorKind: ActorKind }>>;
  }
>;

/** One conversation, as the inbox knows it. */
export type Conversation = Omit<InboxItem, 'unread'>;

/** `sequence` counts up within its conversation. */
export type Message = Shape<'Message', { author: Shape<'MessageAuthor', { kind: ActorKind }> }>;

/** Its value as text at the time; a message is kept by reference. */
export type Fact = Shape<'Fact'>;
/** A label that a rule proposed and that was not put on. */
export type Suppressed = Shape<'Suppressed', { reason: 'override' | 'agent' | 'order' | 'archived' }>;
/** `suppressed`: what this label stood in the way of. */
export type Why = Shape<'Why', { suppressed: Suppressed[] }>;
export type AssignedLabel = Shape<'AssignedLabel', { setBy: Actor; why?: Known<Why> }>;

export type AttributeType =
  | 'text'
  | 'number'
  | 'currency'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'boolean'
  | 'list'
  | 'multiList'
  | 'link'
  | 'email'
  | 'phone';
export interface Money {
  amount: string;
  currency: string;
}
/** Days and moments are text of ISO 8601. */
export type AttributeValue = string | number | boolean | Money | string[];

/**
 * `estimated`: a provider's guess. `unverified`: found by something that nobody has verified. `unparsed`: kept as typed,
 * no value of its type. `others`: how many other sources have a value, too.
 */
export type Attribute = Shape<
  'Attribute',
  { type: AttributeType; value?: Known<AttributeValue>; source: Source; setBy: Actor }
>;

export type AttributeDefinition = Shape<'AttributeDefinition', { subject: SubjectKind; type: AttributeType }>;

export type Claim = Shape<'Claim'>;

/** `version` counts up with each change; for `If-Match`. */
export type Contact = Shape<'PanelContact', { labels: AssignedLabel[]; attributes: Attribute[] }>;
/** What a contact is reached by. */
export type Profile = Pick<Contact, 'id' | 'name' | 'email' | 'phone' | 'verified' | 'blocked' | 'version'>;

export type Device = Shape<'Device'>;
/**
 * `estimated`: the place was guessed from the browser's time zone. `others`: in how many other sessions the customer
 * wrote in this conversation. `before`: what was different in the session before. `pending`: names of fields that a
 * provider still owes.
 */
export type Session = Shape<'PanelSession'>;

/** Without a contact for the moment between a conversation and its contact. */
export type Panel = Shape<
  'Panel',
  {
    contact?: Known<Contact>;
    conversation: Shape<
      'PanelConversation',
      { status: Status; labels: AssignedLabel[]; attributes: Attribute[] }
    >;
  }
>;

export type SubjectKind = 'contact' | 'conversation';

/** What labels and attributes are put on. */
export interface Subject {
  kind: SubjectKind;
  id: Id;
}

export type Label = Shape<'Label'>;

export interface AttributesSaved {
  saved: string[];
  refused: FieldError[];
}

export interface FieldError {
  field: string;
  message: string;
}
