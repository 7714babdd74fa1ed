/**
 * Installs the project's packages when they are absent or not those of the lock file. Has no dependencies itself, so that
 * it can run first in an empty clone. npm calls it before `start` and `test`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNpm } from './run-command.mjs';
import { showLife } from './show-life.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const problem = findNodeProblem() ?? (await installWhenNeeded());
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}

/** @returns {string | undefined} */
function findNodeProblem() {
  /** @type {string} */
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  const isOld = process.versions.node.localeCompare(wanted, undefined, { numeric: true }) < 0;
  if (!isOld) return undefined;
  return `Plumbline needs Node ${wanted} or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`;
}

/** @returns {Promise<string | undefined>} what went wrong */
async function installWhenNeeded() {
  const reason = findReasonToInstall();
  if (reason === undefined) return undefined;
  console.log(`Installing packages: ${reason}.`);
  const started = Date.now();
  const install = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  const { code, output } = await showLife('Installing packages', install);
  if (code === 0) {
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
    return undefined;
  }
  return `${output}\nInstalling packages failed: "npm ci" ended with code ${code}; its messages are above.
Check that npm reaches its registry ("npm ping") and that there is disk space, then run the command again.`;
}

/**
 * Compares what npm recorded in node_modules with the lock file, by content: times say nothing in a fresh checkout.
 * npm writes its record last, so an interrupted install is noticed too.
 *
 * @returns {string | undefined}
 */
function findReasonToInstall() {
  const wanted = readJson('package-lock.json').packages;
  let installed;
  try {
    installed = readJson('node_modules/.package-lock.json').packages;
  } catch {
    return 'there is no complete node_modules yet';
  }
  for (const [path, { version, optional, peer }] of Object.entries(wanted)) {
    const present = installed[path];
    // Optional packages are those of other platforms.
    if (path === '' || (present === undefined && (optional || peer))) continue;
    if (present?.version !== version) return `${path.replace('node_modules/', '')} ${version} is in the lock file only`;
  }
  return undefined;
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
