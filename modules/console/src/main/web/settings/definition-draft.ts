import { hasOptions } from '../api/attribute-definitions';
import type {
  AttributeDefinition,
  AttributeDefinitionPatch,
  AttributeDefinitionWanted,
  AttributeType,
  Id,
  Privacy,
  SubjectKind,
  UndeclaredAttribute,
} from '../api/types';

/** What stands in the form of an attribute. */
export interface DefinitionDraft {
  subject: SubjectKind;
  name: string;
  key: string;
  /** The key was written by hand, or is in use: it no longer follows the name. */
  ownKey: boolean;
  type: AttributeType;
  description: string;
  /** One on each line. */
  options: string;
  pattern: string;
  group: string;
  sites: Id[];
  visitorsMayWrite: boolean;
  requiredBeforeResolve: boolean;
  privacy: Privacy;
  retentionDays: string;
}

export const emptyDraft = (subject: SubjectKind): DefinitionDraft => ({
  subject,
  name: '',
  key: '',
  ownKey: false,
  type: 'text',
  description: '',
  options: '',
  pattern: '',
  group: '',
  sites: [],
  visitorsMayWrite: false,
  requiredBeforeResolve: false,
  privacy: 'ordinary',
  retentionDays: '',
});

export const draftOfDefinition = (known: AttributeDefinition): DefinitionDraft => ({
  ...known,
  ownKey: true,
  description: known.description ?? '',
  options: known.options.join('\n'),
  pattern: known.pattern ?? '',
  group: known.group ?? '',
  retentionDays: known.retentionDays?.toString() ?? '',
});

/** Web pages and forms write it already, and go on to do so. */
export const draftOfUndeclared = ({ subject, key, type }: UndeclaredAttribute): DefinitionDraft => ({
  ...emptyDraft(subject),
  key,
  ownKey: true,
  name: wordsOf(key),
  type,
  visitorsMayWrite: true,
});

/** What the server is asked to make. */
export function wantedOf(draft: DefinitionDraft): AttributeDefinitionWanted {
  const { subject, key, type } = draft;
  return { subject, key: key.trim(), type, ...membersOf(draft) };
}

/** What differs from what was seen, and nothing else: what somebody else changed beside it stays theirs. */
export function patchOf(draft: DefinitionDraft, seen: AttributeDefinition): AttributeDefinitionPatch {
  const before = Object.entries(membersOf(draftOfDefinition(seen)));
  const same = new Map(before.map(([member, value]) => [member, JSON.stringify(value)]));
  return Object.fromEntries(
    Object.entries(membersOf(draft)).filter(([member, value]) => same.get(member) !== JSON.stringify(value)),
  );
}

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const isKey = (key: string) => /^[a-z]\w{0,63}$/.test(key);

/** Nothing, or days of a hundred years at most. */
export const isRetention = (days: string) =>
  days.trim() === '' || (/^\d{1,5}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= 36_500);

function membersOf(draft: DefinitionDraft) {
  const days = draft.retentionDays.trim();
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    options: hasOptions(draft.type) ? linesOf(draft.options) : [],
    pattern: draft.type === 'text' && draft.pattern.trim() ? draft.pattern.trim() : null,
    group: draft.group.trim(),
    sites: [...draft.sites].sort(),
    visitorsMayWrite: draft.visitorsMayWrite,
    requiredBeforeResolve: draft.requiredBeforeResolve,
    privacy: draft.privacy,
    retentionDays: days === '' ? null : Number(days),
  };
}

// Letters that are no plain letter with a mark.
const spelled: Record<string, string> = { đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' };

/** 'orderNumber' of 'Order number', 'queQuan' of 'Quê quán'; empty where a name has no letter that a key may have. */
export function keyFor(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[đßæœøł]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const whole = words.map((word, place) => (place === 0 ? word : capital(word))).join('');
  const key = whole.replace(/^\d+/, '').slice(0, 64);
  return key.charAt(0).toLowerCase() + key.slice(1);
}

/** 'Order number' of 'orderNumber' or 'order_number'. */
function wordsOf(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();
  return capital(words);
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
