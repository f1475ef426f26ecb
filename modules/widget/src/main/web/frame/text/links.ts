/** A stretch of a message: plain text, or an address that may be followed. */
export interface Stretch {
  text: string;
  address?: string;
}

const candidate = /\bhttps?:\/\/[^\s<>"'`\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;
const closing: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * Finds the http and https addresses in a message. Everything else, whatever it looks like, stays text:
 * no other scheme can come out of here, and characters that turn the reading direction end an address.
 */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(candidate)) {
    const shown = withoutTrailingPunctuation(match[0]);
    const address = safeAddress(shown);
    if (!address) continue;
    if (match.index > from) stretches.push({ text: text.slice(from, match.index) });
    stretches.push({ text: shown, address });
    from = match.index + shown.length;
  }
  if (from < text.length || stretches.length === 0) stretches.push({ text: text.slice(from) });
  return stretches;
}

function safeAddress(shown: string): string | undefined {
  try {
    const url = new URL(shown);
    const trusted = (url.protocol === 'http:' || url.protocol === 'https:') && url.hostname !== '';
    // 'https://bank.example@evil.example' reads as one host and leads to another.
    return trusted && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** 'See https://example.com/a_(b).' ends before the full stop, and a bracket belongs to the address only if it was opened in it. */
function withoutTrailingPunctuation(address: string): string {
  const found: Record<string, number> = {};
  for (const character of address) found[character] = (found[character] ?? 0) + 1;
  let end = address.length;
  while (end > 0) {
    const last = address.charAt(end - 1);
    const opening = closing[last];
    const unopened = opening !== undefined && (found[last] ?? 0) > (found[opening] ?? 0);
    if (!unopened && !'.,;:!?…*_~'.includes(last)) break;
    found[last] = (found[last] ?? 0) - 1;
    end--;
  }
  return address.slice(0, end);
}
