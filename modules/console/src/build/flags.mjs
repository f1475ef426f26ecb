import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Flags are drawings, not emoji: Windows has no flag emoji, and a page must not carry 260 drawings at once.
const source = fileURLToPath(new URL('../../node_modules/country-flag-icons', import.meta.url));
const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
// The version in the path lets browsers keep the drawings for ever, as all that lies in assets.
const target = `assets/flags-${version}`;

/** Puts one small SVG per ISO 3166 country code below `VITE_FLAGS`, fetched by the browser when it is shown. */
export function flags() {
  const files = readdirSync(join(source, '3x2')).filter((name) => /^[A-Z]{2}\.svg$/.test(name));
  return {
    name: 'flags',
    config: () => ({ define: { 'import.meta.env.VITE_FLAGS': JSON.stringify(target) } }),
    generateBundle() {
      for (const name of files) {
        this.emitFile({
          type: 'asset',
          fileName: `${target}/${name.toLowerCase()}`,
          source: readFileSync(join(source, '3x2', name)),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/console/${target}/`, (request, response, next) => {
        const name = files.find((file) => `/${file.toLowerCase()}` === request.url);
        if (!name) return next();
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(readFileSync(join(source, '3x2', name)));
      });
    },
  };
}
