// Builds loader and frame into target/classes: the loader as one classic script at /widget.js, the frame's script and style
// under hashed names at /widget/assets, and the frame's document as a class-path resource that the server itself serves.
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const module = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = `${module}src/main/web/`;
const built = `${module}target/web/`;
const classes = `${module}target/classes/`;
const budgetInKilobytes = 25;

const common = { configFile: false, logLevel: 'warn', publicDir: false };

await build({
  ...common,
  root: `${sources}loader`,
  build: {
    outDir: `${built}loader`,
    emptyOutDir: true,
    lib: { entry: 'widget.ts', formats: ['iife'], name: 'rapportLoader', fileName: () => 'widget.js' },
  },
});
await build({
  ...common,
  root: `${sources}frame`,
  build: {
    outDir: `${built}frame`,
    emptyOutDir: true,
    assetsDir: 'widget/assets',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: `${sources}frame/frame.html` },
  },
});

const resources = `${classes}META-INF/resources/`;
await mkdir(`${classes}io/rapport/widget`, { recursive: true });
await rm(`${resources}widget`, { recursive: true, force: true });
await cp(`${built}frame/widget`, `${resources}widget`, { recursive: true });
await cp(`${built}loader/widget.js`, `${resources}widget.js`);
await cp(`${built}frame/frame.html`, `${classes}io/rapport/widget/frame.html`);
await assertSmall();

async function assertSmall() {
  const assets = await readdir(`${resources}widget/assets`);
  const files = [`${resources}widget.js`, `${classes}io/rapport/widget/frame.html`, ...assets.map((asset) => `${resources}widget/assets/${asset}`)];
  const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(file)).length));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`Widget: ${kilobytes.toFixed(1)} kB gzipped, loader and frame together (at most ${budgetInKilobytes}).`);
  if (kilobytes > budgetInKilobytes) throw new Error('The widget has become too large for the sites that embed it.');
}
