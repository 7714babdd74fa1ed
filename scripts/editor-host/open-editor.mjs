import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { editorFolder } from './install.mjs';
import { startEditorServer } from './server.mjs';

const root = dirname(editorFolder);

/**
 * Opens the browser-hosted VS Code on a folder, with this extension installed, for a person to use: no test driver, and
 * the address holds a secret without which nothing is served. Ends with the cleanup.
 *
 * @param {string} folder absolute
 * @param {import('../with-cleanup.mjs').Defer} defer
 * @param {readonly string[]} [others] folders of further extensions
 * @returns {Promise<{ address: string, failure: Promise<never> }>}
 */
export async function openEditor(folder, defer, others = []) {
  const token = randomUUID();
  const extensions = await linkExtensions([root, ...others], defer);
  const args = ['--connection-token', token, '--extensions-dir', extensions];
  const { origin, failure } = await startEditorServer({ args }, defer);
  const address = `${origin}/?${new URLSearchParams({ tkn: token, folder })}`;
  const answer = await fetch(address, { headers: { cookie: `vscode-tkn=${token}` } });
  if (!answer.ok) throw new Error(`VS Code answered ${answer.status} at ${address}`);
  return { address, failure };
}

/**
 * A folder of extensions with these in it, as links: a new build shows after "Developer: Reload Window".
 *
 * @param {readonly string[]} paths
 * @param {import('../with-cleanup.mjs').Defer} defer
 */
async function linkExtensions(paths, defer) {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-extensions-'));
  defer(() => rm(folder, { recursive: true, force: true }));
  for (const path of paths) {
    const { publisher, name, version } = JSON.parse(await readFile(join(path, 'package.json'), 'utf8'));
    await symlink(path, join(folder, `${publisher}.${name}-${version}`), 'dir');
  }
  return folder;
}
