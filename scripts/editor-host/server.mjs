import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showLife } from '../show-life.mjs';
import { editorFolder, installServer } from './install.mjs';

/**
 * @typedef {object} EditorServer
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {Promise<never>} failure rejects when the server ends by itself
 */

/**
 * Starts VS Code's server, installing it first where it is not, on a free port of this machine alone, and waits until it answers. What it prints goes to
 * `.vscode-test/logs/server.log`. Ends it with all its children, and removes its data, on cleanup.
 *
 * @param {{ args: readonly string[], env?: Record<string, string> }} options
 * @param {import('../with-cleanup.mjs').Defer} defer
 * @returns {Promise<EditorServer>}
 */
export async function startEditorServer({ args, env }, defer) {
  const { node, main } = await installServer();
  const dataFolder = await createDataFolder();
  defer(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }));
  const log = await openLog('server.log');
  const port = await findFreePort();
  const child = spawn(node, [main, ...serverArguments(port, dataFolder), ...args], {
    // Sockets and other leftovers go where they are removed with the rest.
    env: { ...process.env, ...env, TMPDIR: dataFolder, XDG_RUNTIME_DIR: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that the extension host and the language server end with it.
    detached: true,
  });
  const ended = once(child, 'exit');
  defer(() => endGroup(child, ended));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const failure = ended.then(([code]) => {
    throw new Error(`VS Code's server ended with code ${code}; see ${log.path}`);
  });
  failure.catch(() => {});
  const origin = `http://127.0.0.1:${port}`;
  await showLife('editor: starting', Promise.race([waitForAnswer(`${origin}/version`), failure]));
  return { origin, failure };
}

/**
 * Opens a log in `.vscode-test/logs` to add to it.
 *
 * @param {string} name
 */
export async function openLog(name) {
  const folder = join(editorFolder, 'logs');
  await mkdir(folder, { recursive: true });
  return createWriteStream(join(folder, name), { flags: 'a' });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<unknown>} ended
 */
async function endGroup(child, ended) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

/**
 * @param {number} port
 * @param {string} dataFolder
 */
function serverArguments(port, dataFolder) {
  return [
    ...['--host', '127.0.0.1', '--port', `${port}`, '--server-data-dir', dataFolder],
    ...['--accept-server-license-terms', '--disable-telemetry', '--disable-workspace-trust'],
  ];
}

/** A folder for the server's data, with settings that keep out what asks for an account, the network or attention. */
async function createDataFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-editor-'));
  const settings = {
    'chat.disableAIFeatures': true,
    'extensions.autoCheckUpdates': false,
    // As on the desktop; in a browser files are saved a second after they were typed in.
    'files.autoSave': 'off',
    'git.openRepositoryInParentFolders': 'never',
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'workbench.startupEditor': 'none',
  };
  await mkdir(join(folder, 'data/Machine'), { recursive: true });
  await writeFile(join(folder, 'data/Machine/settings.json'), JSON.stringify(settings));
  return folder;
}

/** @returns {Promise<number>} */
async function findFreePort() {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1');
  return address.port;
}

/**
 * @param {string} url
 * @param {number} [seconds]
 */
async function waitForAnswer(url, seconds = 60) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`VS Code's server did not answer within ${seconds} s`);
}
