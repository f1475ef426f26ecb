interface Part {
  /** Where the part begins in the text. */
  at: number;
  text: string;
  url: string | null;
}

const address = /https?:\/\/[^\s<>"]+/gi;
// Marks that end a sentence rather than an address.
const trailing = /[.,;:!?'’”»)\]}]+$/;

/** Cuts a text into plain parts and web addresses (http and https only). */
export function splitLinks(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const url = withoutTrailing(match[0]);
    if (!URL.canParse(url)) continue;
    if (match.index > end) parts.push({ at: end, text: text.slice(end, match.index), url: null });
    parts.push({ at: match.index, text: url, url });
    end = match.index + url.length;
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end), url: null });
  return parts;
}

function withoutTrailing(url: string): string {
  const bare = url.replace(trailing, '');
  const closes = url[bare.length] === ')';
  // …/Rapport_(verb) keeps its bracket.
  return closes && count(bare, '(') > count(bare, ')') ? `${bare})` : bare;
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}
