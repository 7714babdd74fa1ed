import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { settingsAbove } from '#cli/settings-above.ts';
import { type Target, workspaceFolderOf } from '#cli/targets.ts';
import { acceptedFileName, configFileName, type Source } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';
import { findBuiltDescriptions } from '#files/find-built-descriptions.ts';
import { type BuiltFolder, findSources, kindOfFile } from '#files/find-sources.ts';
import { loadSources } from '#files/load-sources.ts';
import { isInFolder } from '#files/uri.ts';

/** What a review starts from. */
export interface GatheredSources {
  /** Uris of the workspace folders. */
  readonly folders: readonly string[];
  readonly sources: readonly Source[];
  /** Files named or found that could not be read. */
  readonly unread: ReadonlyMap<string, UnreadReason>;
  /** Uris of the files named one by one, in the order given. */
  readonly named: readonly string[];
  /** Uris of files read only because others are judged with them: their findings are not shown. */
  readonly context: ReadonlySet<string>;
  /** The uri to show in place of the one a file is reviewed under. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Uris of descriptions that builds seem to have written: the first of them that were found on the way. */
  readonly built: readonly string[];
}

/** Finds and reads, below `root` where one is given, what the targets name, the other files of schemas that are named in part, and the configuration that holds. */
export async function gatherSources(targets: readonly Target[], cwd: string, root?: string): Promise<GatheredSources> {
  const folders = root === undefined ? await workspaceFolders(targets, cwd) : [uriOfPath(root)];
  const named = targets.filter(({ kind }) => kind === 'file').map(({ path }) => uriOfPath(path));
  const sources = new Map<string, Source>();
  const unread = new Map<string, UnreadReason>();
  const add = (loaded: { sources: readonly Source[]; unread: ReadonlyMap<string, UnreadReason> }) => {
    for (const source of loaded.sources) if (!sources.has(source.uri)) sources.set(source.uri, source);
    for (const [uri, reason] of loaded.unread) unread.set(uri, reason);
  };
  const builtFolders: BuiltFolder[] = [];
  for (const { kind, path } of targets) {
    if (kind !== 'folder') continue;
    const found = await findSources(uriOfPath(path));
    add(found);
    for (const folder of found.built) builtFolders.push(folder);
  }
  add(await loadSources([...new Set(named)], folders));
  const siblings = (await siblingsOf(named)).filter((uri) => !sources.has(uri));
  const starts = [...sources.keys(), ...targets.map(({ path }) => uriOfPath(path))];
  const settings = await settingsAbove(starts, folders);
  const extra = await loadSources([...siblings, ...configCandidates(starts, folders), ...settings], folders);
  add({ sources: extra.sources, unread: new Map() });
  const built = await findBuiltDescriptions(builtFolders);
  const context = new Set(siblings);
  return { folders, sources: [...sources.values()], unread, named, context, aliases: new Map(), built };
}

/** The uris of every `plumbline.yaml` and list of accepted changes that would hold for one of the files, from its own folder up to the workspace folder. */
export function configCandidates(uris: readonly string[], folders: readonly string[]): readonly string[] {
  const candidates = new Set<string>();
  const visit = (folder: string): void => {
    const candidate = `${folder}/${configFileName}`;
    if (candidates.has(candidate) || !folders.some((root) => isInFolder(folder, root))) return;
    candidates.add(candidate).add(`${folder}/${acceptedFileName}`);
    visit(folder.slice(0, folder.lastIndexOf('/')));
  };
  for (const uri of uris) {
    visit(uri);
    visit(uri.slice(0, uri.lastIndexOf('/')));
  }
  return [...candidates];
}

async function workspaceFolders(targets: readonly Target[], cwd: string): Promise<readonly string[]> {
  const folders = new Set<string>();
  for (const { path, kind } of targets) folders.add(uriOfPath(await workspaceFolderOf(path, kind, cwd)));
  return [...folders].sort();
}

/** The other files of the same language in the folders of named ones, where what belongs together may be spread over several. */
async function siblingsOf(named: readonly string[]): Promise<readonly string[]> {
  const siblings = new Set<string>();
  for (const uri of named) {
    const kind = sourceKindOf(uri);
    const path = kind.role === 'text' && kind.language.files.isSpread === true ? pathOfUri(uri) : undefined;
    if (path === undefined) continue;
    const folder = dirname(path);
    const names = await readdir(folder).catch(() => []);
    for (const name of names.sort())
      if (kindOfFile(join(folder, name)) === kind) siblings.add(uriOfPath(join(folder, name)));
  }
  return [...siblings];
}
