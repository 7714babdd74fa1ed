/**
 * Writes the files that follow from others: the lists of rules and evidence collectors, the rules' pages and table, the
 * JSON schema of plumbline.yaml, the presets and languages in package.json, the languages of the client, the snippets.
 *
 *   node scripts/generate.mjs            writes what is not current, removes pages of rules that are gone
 *   node scripts/generate.mjs --check    writes nothing; names the stale files and exits 1 when there are any
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { formatted } from './generate/formatted.mjs';
import { ruleIndexFiles } from './generate/index-files.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isCheck = process.argv.includes('--check');

/** Folders that hold nothing but generated files. */
const generatedFolders = ['docs/rules', 'docs/peers'];

const stale = bringUpToDate(ruleIndexFiles(root));
// Everything else is made from the rules themselves, so their list has to be right first.
if (!isCheck || stale.length === 0) stale.push(...bringUpToDate(await fullSet()));
report();

/** @returns {Promise<ReadonlyMap<string, string>>} */
async function fullSet() {
  const bundle = join(root, 'dist/generate/generated-files.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/generate/generated-files.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    // It asks for modules of Node.js in a way that no ES module has.
    external: ['yaml'],
    outfile: bundle,
    logLevel: 'warning',
  });
  const { generatedFiles } = await import(pathToFileURL(bundle).href);
  /** @type {Map<string, string>} */
  const files = await generatedFiles((/** @type {string} */ path) => readFileSync(join(root, path), 'utf8'));
  for (const [path, text] of files) {
    if (/\.(?:json|code-snippets)$/.test(path)) files.set(path, formatted(root, path, text));
  }
  removeOthers(files);
  return files;
}

/**
 * Writes the files whose text differs and returns their paths.
 *
 * @param {ReadonlyMap<string, string>} files
 */
function bringUpToDate(files) {
  const changed = [...files].filter(([path, text]) => readText(path) !== text);
  for (const [path, text] of isCheck ? [] : changed) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return changed.map(([path]) => path);
}

/** @param {ReadonlyMap<string, string>} files */
function removeOthers(files) {
  for (const path of generatedFolders.flatMap(filesUnder)) {
    if (files.has(path)) continue;
    stale.push(path);
    if (!isCheck) rmSync(join(root, path));
  }
}

/** @param {string} folder */
function filesUnder(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

/** @param {string} path */
function readText(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

function report() {
  if (stale.length === 0) {
    console.log('generate: everything is current');
    return;
  }
  console.log(`generate: ${isCheck ? 'not current' : 'written'}:\n  ${stale.sort().join('\n  ')}`);
  if (!isCheck) return;
  console.log('Run "npm run generate" and look at what changed.');
  process.exitCode = 1;
}
