import { readStory, setAttribute } from '../api/attributes';
import { isStatus } from '../api/problem';
import type { Attribute, AttributeStory, AttributeValue, KeptValue, Known, Subject } from '../api/types';
import { sameValue } from './draft';

/** What stood there before a change, with all that it takes to bring it back. */
export type Standing = Pick<KeptValue, 'value' | 'source' | 'sourceId' | 'pinned' | 'unparsed'>;

/** A value as an agent saw it; without a version where there was none. */
export interface Seen {
  version: string | null;
  standing: Standing | null;
}

/** Somebody else gave the attribute another value while this one was written. */
export class ValueChangedMeanwhile extends Error {
  constructor(readonly now: Seen) {
    super('The attribute changed meanwhile');
  }
}

const attempts = 3;

/**
 * Saves an attribute upon the value that was seen. The same value from elsewhere, or said anew, is no conflict: the save
 * is repeated on the new version. Answers what the server made of it, such as money of "eur 12.5".
 */
export async function saveAttribute(
  subject: Subject,
  key: string,
  value: AttributeValue | null,
  base: Seen,
): Promise<AttributeValue | null> {
  let seen = base;
  for (let attempt = 1; ; attempt++) {
    try {
      return valueIn(seenIn(await setAttribute(subject, key, value, seen.version)));
    } catch (error) {
      if (!isStatus(error, 412) || attempt === attempts) throw error;
    }
    const now = seenIn(await readStory(subject, key));
    if (sameValue(valueIn(now), value)) return value;
    if (!sameValue(valueIn(now), valueIn(seen))) throw new ValueChangedMeanwhile(now);
    seen = now;
  }
}

export const valueIn = ({ standing }: Seen): AttributeValue | null => standing?.value ?? null;

/** As the panel showed it: an agent's 'empty' counts as nothing seen. */
export const seenOf = (attribute: Known<Attribute>): Seen => ({
  version: attribute?.value == null ? null : attribute.version,
  standing: attribute ?? null,
});

export function seenIn({ values, version }: AttributeStory): Seen {
  const standing = shownIn(values);
  return { version: standing?.value == null ? null : (version ?? null), standing };
}

export const shownIn = (values: KeptValue[]): KeptValue | null => values.find(({ shown }) => shown) ?? null;
