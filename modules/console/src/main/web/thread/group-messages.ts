import type { Message } from '../api/types';

export interface Day {
  /** Local date, as 2026-01-31. */
  date: string;
  messages: { message: Message; continued: boolean }[];
}

const oneBreath = 5 * 60_000;

/** By day; a message soon after another of the same author and kind continues it, without saying who again. */
export function groupMessages(messages: Message[]): Day[] {
  const days: Day[] = [];
  let previous: Message | null = null;
  for (const message of messages) {
    const date = localDate(message.at);
    let day = days.at(-1);
    if (day?.date !== date) {
      day = { date, messages: [] };
      days.push(day);
      previous = null;
    }
    day.messages.push({ message, continued: previous !== null && continues(previous, message) });
    previous = message;
  }
  return days;
}

function continues(previous: Message, message: Message): boolean {
  return (
    previous.author.kind === message.author.kind &&
    previous.author.id === message.author.id &&
    previous.private === message.private &&
    Date.parse(message.at) - Date.parse(previous.at) < oneBreath
  );
}

export function localDate(at: string | number): string {
  const date = new Date(at);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`;
}
