import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

// What a browser fetches before the first screen stands: the page, the scripts and styles that it needs at
// once, and the Latin font. Everything else is fetched when it is used.
const limit = 300 * 1000;
const site = new URL('../../target/classes/META-INF/resources/console/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', site), 'utf8'));

function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const files = new Set(['index.html']);
for (const key of reach(entry)) {
  files.add(manifest[key].file);
  for (const style of manifest[key].css ?? []) files.add(style);
  for (const asset of manifest[key].assets ?? []) {
    if (/inter-latin-wght-normal/.test(asset)) files.add(asset);
  }
}

const sizes = [...files].map((file) => [
  file,
  gzipSync(readFileSync(fileURLToPath(new URL(file, site)))).length,
]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
const figure = `first load ${(total / 1000).toFixed(1)} kB gzipped of ${limit / 1000} kB`;
if (total > limit) {
  for (const [file, size] of sizes)
    process.stderr.write(`${(size / 1000).toFixed(1).padStart(8)} kB  ${file}\n`);
  process.stderr.write(`Too heavy: ${figure}. Load what is not needed at once with a dynamic import.\n`);
  process.exit(1);
}
process.stdout.write(`${figure}\n`);
