const palette = [
  '#0f766c',
  '#2563a8',
  '#6d4fb3',
  '#a83279',
  '#b3401f',
  '#8a6a00',
  '#4d7c1f',
  '#1f7a9c',
  '#7a4a2b',
  '#566270',
];

/** The colour that a new label gets: always the same for the same scope, so that a scope looks like one. */
export function colourFor(name: string): string {
  const scope = name.includes('::') ? name.slice(0, name.lastIndexOf('::')) : name;
  let hash = 0;
  for (const letter of scope) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return palette[hash % palette.length] ?? '#566270';
}
