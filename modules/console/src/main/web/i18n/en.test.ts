import { expect, test } from 'vitest';
import { en } from './en';

const sources = import.meta.glob<string>(
  ['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!./en.ts', '!../api/generated/**'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);
const source = Object.values(sources).join('\n');

/** The key of each text; a plural's forms are one. */
function keysOf(texts: object, path: string): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [`${path}${name.replace(/_(one|other)$/, '')}`]
      : keysOf(text, `${path}${name}.`),
  );
}

/** Keys that a template makes, such as `status.${status}`, as patterns. */
const patterns = [...source.matchAll(/`((?:[\w.]|\$\{[^}`]*\})*\w*\.\w*(?:[\w.]|\$\{[^}`]*\})*)`/g)]
  .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
  .filter((words) => words.length > 1 && words.some((word) => /\w\.|\.\w/.test(word)))
  .map((words) => new RegExp(`^${words.map((word) => word.replaceAll('.', '\\.')).join('[\\w.]+')}$`));

test('every text is shown somewhere', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  const unused = keysOf(en, '').filter(
    (key) => !source.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
