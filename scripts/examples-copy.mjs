import { cp, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Copies the examples into a folder of their own, so that trying things out edits nothing of the checkout.
 *
 * @param {string} examples
 * @returns {Promise<string>} the copy
 */
export async function copyExamples(examples) {
  const folder = join(await realpath(await mkdtemp(join(tmpdir(), 'plumbline-'))), 'examples');
  await cp(examples, folder, { recursive: true });
  return folder;
}

/**
 * Removes a copy that is as it was made; one that somebody has worked in stays, and is named.
 *
 * @param {string} copy
 * @param {string} examples
 */
export async function removeUnchanged(copy, examples) {
  const [now, before] = await Promise.all([copy, examples].map(contentOf));
  if (now === before) await rm(dirname(copy), { recursive: true, force: true, maxRetries: 5 });
  else console.log(`What you changed in the examples is in ${copy}.`);
}

/** Names and texts of all files, as one text. @param {string} folder */
async function contentOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.sort().map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')]);
  return JSON.stringify(await Promise.all(files));
}
