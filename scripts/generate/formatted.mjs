import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * As `npm run format` leaves it, import order included.
 *
 * @param {string} root
 * @param {string} path
 * @param {string} text
 */
export function formatted(root, path, text) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'check', '--write', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}
