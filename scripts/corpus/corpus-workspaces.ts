import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Review, review } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';
import type { UnreadReason } from '#core/unread-reason.ts';

/** One group of corpus files that is reviewed together. */
export interface CorpusWorkspace {
  readonly name: string;
  readonly folder: string;
  readonly roots: readonly string[];
}

/** Where the corpus lies; undefined when it is not there. */
export function corpusFolder(): string | undefined {
  const folder = resolve('..', 'shared', 'corpus');
  return existsSync(join(folder, 'MANIFEST.tsv')) ? folder : undefined;
}

/** The corpus by its manifest: each document or schema alone, each pair together. */
export function corpusWorkspaces(corpus: string): readonly CorpusWorkspace[] {
  const rows = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
  const workspaces = new Map<string, { name: string; folder: string; roots: string[] }>();
  for (const row of rows) {
    const path = row.split('\t')[0] ?? '';
    const [group = '', source = ''] = path.split('/');
    const name = group === 'pairs' ? `${group}/${source}` : path;
    const folder = group === 'perf' ? join(corpus, group) : join(corpus, group, source);
    const workspace = workspaces.get(name) ?? { name, folder, roots: [] };
    workspace.roots.push(...filesAt(join(corpus, path)));
    workspaces.set(name, workspace);
  }
  return [...workspaces.values()];
}

/** Reviews a workspace, reading what its roots refer to inside its folder. */
export function reviewWorkspace({ folder, roots }: CorpusWorkspace, rulebook: Rulebook, failFast = false): Review {
  const sources = new Map<string, Source>();
  const unread = new Map<string, UnreadReason>();
  for (const root of roots) read(pathToFileURL(root).href, sources, unread);
  const settings = { folders: [pathToFileURL(`${folder}/`).href], preset: 'recommended', unread, failFast };
  const none: Rulebook = { rules: [], presets: rulebook.presets };
  let open = review([...sources.values()], none, settings);
  while (open.wanted.length > 0) {
    for (const uri of open.wanted) read(uri, sources, unread);
    open = review([...sources.values()], none, settings, open);
  }
  return review([...sources.values()], rulebook, settings, open);
}

function read(uri: string, sources: Map<string, Source>, unread: Map<string, UnreadReason>): void {
  try {
    sources.set(uri, { uri, text: readFileSync(fileURLToPath(uri), 'utf8') });
  } catch {
    unread.set(uri, 'missing');
  }
}

function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => join(path, name));
}
