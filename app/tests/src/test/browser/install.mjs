// `npm ci`, unless node_modules already is what package-lock.json says.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../../', import.meta.url));
const mark = `${home}node_modules/.installed`;
const wanted = createHash('sha256').update(readFileSync(`${home}package-lock.json`)).digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  // Only a shell finds npm.cmd on Windows. The Chromium says that it wants a newer Node, and unpacks with Node 20, too.
  const { status } = spawnSync('npm ci --loglevel=error', { cwd: home, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(mark, wanted);
}
