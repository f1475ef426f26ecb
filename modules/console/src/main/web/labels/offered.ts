import type { Id, Label, SubjectKind } from '../api/types';

const most = 100;

/** The labels that can still be put on a subject and whose name or description holds the search, by name. */
export function offered(
  labels: Label[],
  subject: SubjectKind,
  assigned: { id: Id }[],
  search: string,
): Label[] {
  const taken = new Set(assigned.map((label) => label.id));
  const folded = foldedName(search);
  return labels
    .filter((label) => !label.archived && label.appliesTo.includes(subject) && !taken.has(label.id))
    .filter((label) => foldedName(`${label.name}\n${label.description ?? ''}`).includes(folded))
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, most);
}

/** Names compare without regard to case, as the server does. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase();
}
