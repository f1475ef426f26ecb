import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm ci` throws node_modules away and fetches it again: only worth it when the lock file is another one.
const home = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${home}node_modules/.rapport-installed`;
const lock = createHash('sha256')
  .update(readFileSync(`${home}package-lock.json`))
  .digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
  process.stdout.write('node_modules is what package-lock.json says\n');
} else {
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: home, stdio: 'inherit' });
  writeFileSync(stamp, lock);
}
