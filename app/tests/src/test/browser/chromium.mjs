// Unpacks the Chromium that came by npm, with its fonts and libraries, into TMPDIR, and prints where its program is.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import chromium, { inflate } from '@sparticuz/chromium';

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin');
await inflate(join(packed, 'al2023.tar.br'));
process.stdout.write(await chromium.executablePath(packed));
