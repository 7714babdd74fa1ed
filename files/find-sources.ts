import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isIncluded as isIncludedBy } from '#core/config/nearest-config.ts';
import { configFileName, type Source } from '#core/source.ts';
import { kindOfPath, type SourceKind } from '#core/source-kind.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { fileConfigOf } from '#files/file-config.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';
import { loadSources } from '#files/load-sources.ts';
import type { LoadedSources } from '#files/loaded-sources.ts';
import { readText } from '#files/read-source.ts';
import { builtFolders, isForeignFolder, isStartingPoint } from '#files/starting-points.ts';

/** What a walk found to start from, and what it passed by. */
export interface FoundSources extends LoadedSources {
  /** The outermost folders that builds seem to write to; nobody looked into them. */
  readonly built: readonly BuiltFolder[];
}

export interface BuiltFolder {
  readonly path: string;
  /** What `include` and `exclude` of the nearest `plumbline.yaml` above it let through. */
  readonly isIncluded: (path: string) => boolean;
}

/**
 * Walks a folder for what a review starts from: OpenAPI roots (told by their text), files in other languages, `plumbline.yaml`,
 * accepted changes and the answers file. Globs of the nearest `plumbline.yaml` hold. Links are not followed: what they lead to within the folder is
 * found under its own name, so circles cannot occur. Only our own files are also read through links that stay in the folder, since
 * their names are what makes them. Sources are sorted by uri.
 */
export async function findSources(folder: string, isCancelled: () => boolean = () => false): Promise<FoundSources> {
  const path = pathOfUri(folder);
  const walk: Walk = { folder, sources: [], unread: new Map(), built: [], isCancelled };
  if (path !== undefined) await walkFolder(path, everything, walk);
  walk.sources.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return walk;
}

interface Walk {
  /** The uri it began at. */
  readonly folder: string;
  readonly sources: Source[];
  readonly unread: Map<string, UnreadReason>;
  readonly built: BuiltFolder[];
  readonly isCancelled: () => boolean;
}

interface FoundFile {
  readonly path: string;
  readonly kind: SourceKind;
}

type PathTest = (path: string) => boolean;

const everything: PathTest = () => true;
const filesAtOnce = 16;

/** True for files that only Plumbline reads. */
function isOwn({ role }: SourceKind): boolean {
  return role === 'config' || role === 'accepted' || role === 'answers';
}

async function walkFolder(folder: string, inherited: PathTest, walk: Walk): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const isIncluded = entries.some(isConfigFile) ? await configuredTest(folder, walk) : inherited;
  const files = entries
    .filter((entry) => entry.isFile() || isOwnLink(entry))
    .map((entry) => join(folder, entry.name))
    .map((path) => ({ path, kind: kindOfFile(path) }))
    .filter(({ path, kind: { role } }) => role !== 'other' && (role !== 'text' || isIncluded(path)));
  for (let start = 0; start < files.length && !walk.isCancelled(); start += filesAtOnce) {
    await Promise.all(files.slice(start, start + filesAtOnce).map((file) => visitFile(file, walk)));
  }
  for (const entry of entries) {
    if (walk.isCancelled()) return;
    if (!entry.isDirectory()) continue;
    const path = join(folder, entry.name);
    if (builtFolders.has(entry.name)) walk.built.push({ path, isIncluded });
    else if (!isForeignFolder(entry.name)) await walkFolder(path, isIncluded, walk);
  }
}

function isConfigFile(entry: Dirent): boolean {
  return entry.name === configFileName && (entry.isFile() || isOwnLink(entry));
}

function isOwnLink(entry: Dirent): boolean {
  return entry.isSymbolicLink() && isOwn(kindOfFile(entry.name));
}

/** What a file of this system is read as. */
export function kindOfFile(path: string): SourceKind {
  return kindOfPath(sep === '/' ? path : path.replaceAll(sep, '/'));
}

async function visitFile({ path, kind }: FoundFile, walk: Walk): Promise<void> {
  const uri = uriOfPath(path);
  if (isOwn(kind)) {
    const { sources, unread } = await loadSources([uri], [walk.folder]);
    for (const source of sources) walk.sources.push(source);
    // A link to a place outside is as good as none.
    for (const [, reason] of unread) if (reason !== 'outside-workspace') walk.unread.set(uri, reason);
    return;
  }
  const words = kind.role === 'text' ? kind.language.files.startWords : undefined;
  const result = await readText(path, words && ((bytes) => holdsOne(bytes, words)));
  // What cannot be read is worth a word only where it is certain to matter; too large ones are always told.
  if (result.kind === 'unread' && (result.reason === 'too-large' || words === undefined))
    walk.unread.set(uri, result.reason);
  if (result.kind === 'read' && isStartingPoint(uri, result.text)) walk.sources.push({ uri, text: result.text });
}

/** A test on bytes, so that most files of a folder need not be decoded; UTF-16 goes on to the test on text. */
function holdsOne(bytes: Buffer, words: readonly string[]): boolean {
  return words.some((word) => bytes.includes(word)) || (bytes[0] ?? 0) >= 0xfe;
}

/** What `include` and `exclude` of the folder's `plumbline.yaml` let through. Mistakes in it are the review's to report. */
async function configuredTest(folder: string, walk: Walk): Promise<PathTest> {
  const uri = uriOfPath(join(folder, configFileName));
  const [source] = (await loadSources([uri], [walk.folder])).sources;
  if (source === undefined) return everything;
  const config = fileConfigOf(source);
  return (file) => isIncludedBy(uriOfPath(file), config);
}
