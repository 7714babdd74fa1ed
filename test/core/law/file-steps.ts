import { sourceKindOf } from '#core/source-kind.ts';
import { treeLanguageOf } from '#core/tree/tree-language.ts';
import { canonicalUri } from '#files/uri.ts';
import { happens, pickFrom } from './chance.ts';
import { type Desk, folder } from './desk.ts';
import type { StepKind, Table } from './step.ts';

/** Files opened, closed, created, renamed, deleted, and changed behind the editor's back. */
export const fileSteps: readonly StepKind[] = [
  { name: 'open', weight: 5, act: openFile },
  { name: 'close', weight: 3, act: closeFile },
  { name: 'create', weight: 3, act: createFile },
  { name: 'create what is wanted', weight: 2, act: createWanted },
  { name: 'rename', weight: 3, act: renameFile },
  { name: 'delete', weight: 2, act: deleteFile },
  { name: 'write on disk', weight: 2, act: writeOnDisk },
];

const names = [
  ...[
    'api.yaml',
    'api.json',
    'other.yml',
    'missing.yaml',
    'missing.json',
    'shared/common.yaml',
    'shared/more.json',
    'a%20b.yaml',
  ],
  ...['prisma/schema.prisma', 'prisma/more.prisma', 'db/schema.prisma', 'contract.prisma', 'notes', 'deep/er/api.yaml'],
];

function openFile({ desk, random }: Table): string | undefined {
  const uri = pickFrom(
    random,
    happens(random, 0.2) ? desk.openUris : desk.uris.filter((uri) => !desk.openUris.includes(uri)),
  );
  if (uri === undefined) return undefined;
  const languageId = languageOf(uri, random.below(3));
  // What was not saved comes back with the file.
  const text = happens(random, 0.1) ? `${desk.textOf(uri)}\n` : desk.textOf(uri);
  desk.open(uri, languageId, text);
  return `open ${uri} as ${languageId}`;
}

/** What an editor calls the language; where the name does not tell, `choice` does. */
export function languageOf(uri: string, choice = 0): string {
  if (sourceKindOf(uri).role === 'text' && sourceKindOf(uri).language?.id === 'prisma') return 'prisma';
  return treeLanguageOf(uri) ?? ['yaml', 'json', 'prisma'][choice] ?? 'yaml';
}

function closeFile({ desk, random }: Table): string | undefined {
  const uri = pickFrom(random, desk.openUris);
  if (uri === undefined) return undefined;
  const isSaved = happens(random, 0.6);
  desk.close(uri, isSaved);
  return `close ${uri} ${isSaved ? 'and save it' : 'without saving it'}`;
}

/** A copy of another file, or an empty one; now and then only in the editor. */
function createFile({ desk, random }: Table): string | undefined {
  const uri = `${folder}${pickFrom(random, names) ?? ''}`;
  const source = pickFrom(random, desk.uris);
  const text = source === undefined || happens(random, 0.3) ? '' : desk.textOf(source);
  if (happens(random, 0.3)) desk.open(uri, languageOf(uri, random.below(3)), text);
  else desk.write(uri, text);
  return `create ${uri} as a copy of ${text === '' ? 'nothing' : source}`;
}

function createWanted({ desk, random, review }: Table): string | undefined {
  const uri = canonicalUri(pickFrom(random, review.wanted) ?? '');
  const source = pickFrom(
    random,
    desk.uris.filter(
      (candidate) => sourceKindOf(candidate).role === 'text' && sourceKindOf(candidate).language?.id === 'openapi',
    ),
  );
  if (source === undefined || !uri.startsWith(folder)) return undefined;
  desk.write(uri, desk.textOf(source));
  return `create ${uri}, which is wanted, as a copy of ${source}`;
}

/** With the references that name it, or without. */
function renameFile({ desk, random }: Table): string | undefined {
  const uri = pickFrom(random, desk.uris);
  if (uri === undefined) return undefined;
  const path = uri.slice(folder.length);
  const newPath = happens(random, 0.5) ? (pickFrom(random, names) ?? '') : path.replace(/(\w+)(?=\.\w+$|$)/, '$12');
  const target = `${folder}${newPath}`;
  if (target === uri) return undefined;
  const text = desk.textOf(uri);
  const wasOpen = desk.openUris.includes(uri);
  desk.remove(uri);
  if (wasOpen) desk.open(target, languageOf(target), text);
  else desk.write(target, text);
  // A file may have come to stand for the folder itself, which has no path in it.
  if (path !== '' && happens(random, 0.5)) renameInReferences(desk, path, newPath);
  return `rename ${uri} to ${target}`;
}

function renameInReferences(desk: Desk, path: string, newPath: string): void {
  for (const uri of desk.uris) {
    const text = desk.textOf(uri);
    const edits = [];
    for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + path.length)) {
      edits.push({ span: { start: at, end: at + path.length }, newText: newPath });
    }
    if (edits.length > 0) desk.edit(uri, edits);
  }
}

function deleteFile({ desk, random }: Table): string | undefined {
  const uri = pickFrom(random, desk.uris);
  if (uri === undefined || desk.uris.length < 2) return undefined;
  desk.remove(uri);
  return `delete ${uri}`;
}

/** The same text again, or that of another file, while the editor may hold its own. */
function writeOnDisk({ desk, random }: Table): string | undefined {
  const uri = pickFrom(random, desk.uris);
  if (uri === undefined) return undefined;
  const source = happens(random, 0.5) ? uri : (pickFrom(random, desk.uris) ?? uri);
  desk.write(uri, desk.textOf(source));
  return `write ${uri} on disk as ${source}`;
}
