// `npm ci`, unless node_modules already is what package-lock.json says.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const module = fileURLToPath(new URL('../../../../', import.meta.url));
const mark = `${module}node_modules/.installed`;
const wanted = createHash('sha256')
  .update(readFileSync(`${module}package.json`))
  .update(readFileSync(`${module}package-lock.json`))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  // Only a shell finds npm.cmd on Windows.
  const { status } = spawnSync('npm ci', { cwd: module, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(mark, wanted);
}
