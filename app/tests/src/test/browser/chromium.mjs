// Unpacks the Chromium that came by npm, with its fonts and libraries, into TMPDIR, and prints where its program is.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
await inflate(join(packed, 'al2023.tar.br'));
const program = await chromium.executablePath(packed);

// Its own configuration names a folder of the machines that it is made for; a browser that finds no font at all ends.
writeFileSync(
  join(tmpdir(), 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(tmpdir(), 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(tmpdir(), 'fonts-cache')}</cachedir>
</fontconfig>
`,
);
process.stdout.write(program);
