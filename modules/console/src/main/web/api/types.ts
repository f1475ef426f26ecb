// The shapes of the server's answers, by the names that the console uses: what the server says of itself (openapi.json,
// from which `generated` is made at every build).
import type { components } from './generated/server';

type Schemas = components['schemas'];

/** The server sends null for what is not known. */
export type Known<T> = T | null | undefined;

export type Id = Schemas['UUID'];
/** ISO 8601 in UTC. */
export type Instant = Schemas['Instant'];

export interface Page<T> {
  items: T[];
  /** Where the next page begins; null on the last one. */
  next?: Known<string>;
}

export type Reference = Schemas['Named'];

export type Role = Schemas['Role'];
export type Me = Schemas['Me'];
/** `invited`: has not chosen a password yet. */
export type Agent = Schemas['Agent'];
/** Shown once: the server keeps no link. */
export type PasswordLink = Schemas['PasswordLink'];
export type Invitation = Schemas['Invitation'];

export type Scope = Schemas['Scope'];
/** What a program calls the API with. `lastUsedAt`: to the minute or so. */
export type ApiToken = Schemas['Token'];
/** `secret` is shown once: the server keeps none. */
export type TokenMade = Schemas['TokenMade'];

export type Status = Schemas['Status'];
export type StatusFilter = Schemas['StatusFilter'];

export type ActorKind = Schemas['ActorKind'];
export type Source = Schemas['Source'];

/** Who did it, as they were called at the time. */
export type Actor = Schemas['Actor'];

export type InboxLabel = Schemas['LabelPill'];
export type InboxItem = Schemas['InboxItem'];

/** One conversation, as the inbox knows it. */
export type Conversation = Omit<InboxItem, 'unread'>;

/** `sequence` counts up within its conversation. */
export type Message = Schemas['Message'];

/** Its value as text at the time; a message is kept by reference. */
export type Fact = Schemas['Fact'];
/** A label that a rule proposed and that was not put on. */
export type Suppressed = Schemas['Suppressed'];
/** `suppressed`: what this label stood in the way of. */
export type Why = Schemas['Why'];
export type AssignedLabel = Schemas['AssignedLabel'];

export type AttributeType = Schemas['AttributeType'];
/** Days and moments are text of ISO 8601. */
export type AttributeValue = Schemas['AttributeValue'];

/**
 * `estimated`: a provider's guess. `unverified`: found by something that nobody has verified. `unparsed`: kept as typed,
 * no value of its type. `others`: how many other sources have a value, too.
 */
export type Attribute = Schemas['Attribute'];
export type AttributeDefinition = Schemas['AttributeDefinition'];
export type AttributeDefinitionWanted = Schemas['AttributeDefinitionWanted'];
/** What is absent stays, null takes back. */
export type AttributeDefinitionPatch = Schemas['AttributeDefinitionPatch'];
/** How many values would not fit a changed definition; `more`: the server stopped counting. */
export type AttributeDefinitionCheck = Schemas['AttributeDefinitionCheck'];
/** A key that is used without a definition. `type`: a guess from its values; `more`: the server stopped counting. */
export type UndeclaredAttribute = Schemas['UndeclaredAttribute'];
/** How much a value says about a person. */
export type Privacy = Schemas['Privacy'];
export type AttributesSaved = Schemas['AttributesSaved'];

/** Has no value, and a provider may still bring one. */
export type PendingAttribute = Schemas['PendingAttribute'];

/** What one source says at present; the first of a story is shown. */
export type KeptValue = Schemas['KeptValue'];
export type ValueChange = Schemas['ValueChange'];
/** Where a value comes from. `version`: of the shown value, for `If-Match`. */
export type AttributeStory = Schemas['AttributeStory'];

export type HistoryKind = Schemas['HistoryKind'];
/** Something that happened; the part of its kind is there. */
export type HistoryEntry = Schemas['HistoryEntry'];

export type Claim = Schemas['Claim'];

/** `version` counts up with each change; for `If-Match`. */
export type Contact = Schemas['PanelContact'];
/** What a contact is reached by. */
export type Profile = Schemas['ContactProfile'];
export type NamedContact = Schemas['NamedContact'];
/** `restored`: the contact that stands by itself again. */
export type Unmerged = Schemas['Unmerged'];

export type Device = Schemas['Device'];
/**
 * `estimated`: the place was guessed from the browser's time zone. `others`: in how many other sessions the customer
 * wrote in this conversation. `before`: what was different in the session before. `pending`: names of fields that a
 * provider still owes.
 */
export type Session = Schemas['PanelSession'];

/** Without a contact for the moment between a conversation and its contact. */
export type Panel = Schemas['Panel'];

export type SubjectKind = Schemas['AttributeSubject'];

/** What labels and attributes are put on. */
export interface Subject {
  kind: SubjectKind;
  id: Id;
}

export type Label = Schemas['Label'];

export type Site = Schemas['Site'];

export type FieldError = Schemas['FieldError'];
export type ProblemDetails = Schemas['Problem'];
