/** The licences of everything that is bundled, as the builds' own lists of what they read tell it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text that ships beside the bundles: name, version and licence text of each library, by name. Throws where a library has
 * no licence text to pass on.
 *
 * @param {string} root the folder that holds `node_modules`
 * @param {readonly import('esbuild').Metafile[]} metafiles
 */
export function noticesOf(root, metafiles) {
  const packages = bundledPackages(metafiles.flatMap(({ inputs }) => Object.keys(inputs)));
  const notices = packages.map((folder) => notice(join(root, folder)));
  return `${['Plumbline contains these libraries, under these licences.', ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The folders of the packages that these files belong to, sorted.
 *
 * @param {readonly string[]} paths
 */
export function bundledPackages(paths) {
  const folders = paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  return [...new Set(folders)].sort();
}

/** @param {string} folder */
function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.(?:txt|md))?$/i.test(each));
  if (file === undefined) throw new Error(`${name} has no licence text: ${folder}`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${name} ${version} (${license})\n\n${text}`;
}
