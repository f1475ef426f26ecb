import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Flags are drawings, not emoji: Windows has no flag emoji, and a page must not carry 260 drawings at once.
const folder = fileURLToPath(new URL('../../node_modules/country-flag-icons/3x2', import.meta.url));

/** Puts one small SVG per ISO 3166 country code below `flags/`, fetched by the browser when it is shown. */
export function flags() {
  const files = readdirSync(folder).filter((name) => /^[A-Z]{2}\.svg$/.test(name));
  return {
    name: 'flags',
    generateBundle() {
      for (const name of files) {
        this.emitFile({
          type: 'asset',
          fileName: `flags/${name.toLowerCase()}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use('/console/flags/', (request, response, next) => {
        const name = files.find((file) => `/${file.toLowerCase()}` === request.url);
        if (!name) return next();
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(readFileSync(join(folder, name)));
      });
    },
  };
}
