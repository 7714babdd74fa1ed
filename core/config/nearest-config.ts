import { type Config, emptyConfig } from '#core/config/config.ts';
import { globTest } from '#core/glob/glob-test.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import { remembered } from '#core/text/remembered.ts';

/** The nearest `plumbline.yaml` at or above a file, inside the workspace folder the file lies in. */
export function configFor(uri: string, configs: ReadonlyMap<string, Config>, folders: readonly string[]): Config {
  if (configs.size === 0) return emptyConfig;
  const folder = folders.filter((candidate) => isInside(uri, candidate)).sort((a, b) => b.length - a.length)[0] ?? '';
  const outermost = withSlash(folder).length;
  const byFolder = foldersOf(configs);
  for (let end = folderLength(uri, uri.length); end >= outermost; end = folderLength(uri, end - 1)) {
    const config = byFolder.get(uri.slice(0, end));
    if (config !== undefined || end === 0) return config ?? emptyConfig;
  }
  return emptyConfig;
}

/** How long the text up to the last slash before `end` is; 0 where there is none. */
function folderLength(uri: string, end: number): number {
  return end <= 0 ? 0 : uri.lastIndexOf('/', end - 1) + 1;
}

/** By folder, the first of several in one. */
function foldersOf(configs: ReadonlyMap<string, Config>): ReadonlyMap<string, Config> {
  const known = byFolders.get(configs);
  if (known !== undefined) return known;
  const made = new Map([...configs.values()].toReversed().map((config) => [config.folder, config]));
  byFolders.set(configs, made);
  return made;
}

const byFolders = new WeakMap<ReadonlyMap<string, Config>, ReadonlyMap<string, Config>>();

/** True when one of the globs, relative to the configuration's folder, matches the file or a folder it lies in. */
export function matchesGlobs(uri: string, globs: readonly string[], config: Config): boolean {
  if (globs.length === 0 || !uri.startsWith(config.folder)) return false;
  return matcherOf(globs)(decodePercent(uri.slice(config.folder.length)));
}

/** True when `include` and `exclude` of the configuration let a file through. */
export function isIncluded(uri: string, config: Config): boolean {
  if (matchesGlobs(uri, config.exclude, config)) return false;
  return config.include.length === 0 || matchesGlobs(uri, config.include, config);
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Each review asks about every file again: so many answers of one list are kept. */
const keptMatches = 20_000;

/** A configuration's list of globs is compiled once. */
function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const known = matchers.get(globs);
  if (known !== undefined) return known;
  const plain = globs.map(plainGlob).filter((glob) => glob !== '');
  const tests = plain.flatMap((glob) => globTest(glob) ?? []);
  const match = remembered((path) => tests.some((test) => test(path)), keptMatches);
  matchers.set(globs, match);
  return match;
}

/** Without what leads to the folder itself, which may be all there is; empty for an empty one, which matches nothing. */
function plainGlob(glob: string): string {
  const plain = glob.replace(/^\.\//, '').replace(/\/$/, '');
  return plain === '' && glob !== '' ? '**' : plain;
}

function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(withSlash(folder));
}

function withSlash(folder: string): string {
  return folder === '' || folder.endsWith('/') ? folder : `${folder}/`;
}
