import type { Message } from '../api/types';
import type { OutgoingMessage } from '../chat/outgoing';
import { isSameDay } from '../i18n/dates';

/** A message as the thread shows it: where it stands among its neighbours decides what is written beside it. */
export interface Line {
  key: string;
  kind: Message['author']['kind'];
  name: string | null;
  text: string;
  at: string;
  outgoing: OutgoingMessage | null;
  startsDay: boolean;
  startsGroup: boolean;
  endsGroup: boolean;
}

const groupGap = 5 * 60_000;

export function linesOf(messages: readonly Message[], outgoing: readonly OutgoingMessage[]): Line[] {
  const arrived = new Set(messages.map((message) => message.clientMessageId));
  const pending = outgoing.filter((message) => !arrived.has(message.clientMessageId));
  const lines = [...messages.map(lineOf), ...pending.map(pendingLineOf)];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    line.startsDay = !before || !isSameDay(before.at, line.at);
    line.startsGroup = !before || line.startsDay || !belongTogether(before, line);
    if (before) before.endsGroup = line.startsGroup;
  });
  return lines;
}

function belongTogether(one: Line, other: Line): boolean {
  return one.kind === other.kind && one.name === other.name && Date.parse(other.at) - Date.parse(one.at) < groupGap;
}

function lineOf({ id, clientMessageId, author, text, at }: Message): Line {
  return { ...unplaced, key: clientMessageId ?? id, kind: author.kind, name: nameOf(author), text, at, outgoing: null };
}

function pendingLineOf(message: OutgoingMessage): Line {
  return { ...unplaced, key: message.clientMessageId, kind: 'visitor', name: null, text: message.text, at: message.at, outgoing: message };
}

/** The visitor's own name is no news to the visitor. */
function nameOf({ kind, name }: Message['author']): string | null {
  return kind === 'agent' ? name : null;
}

const unplaced = { startsDay: false, startsGroup: false, endsGroup: true };
