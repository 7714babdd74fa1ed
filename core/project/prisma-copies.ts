import type { PrismaDocument, PrismaGenerator } from '#core/prisma/model.ts';
import { pathUri } from '#core/project/path-uri.ts';

/**
 * The uris of the files below the `output` of a generator in another file: what a generator writes is a copy. An output that
 * is computed (`env("…")`), or that holds the file it is written in, tells nothing; nor do the generators of a copy. A file
 * stays a schema where a configuration (`configured`: uris of files and folders) names it, or a folder within the output.
 */
export function findPrismaCopies(
  documents: Iterable<PrismaDocument>,
  configured: readonly string[],
): ReadonlySet<string> {
  const all = [...documents];
  const below = copiesOf(all, all, configured);
  return below.size === 0
    ? below
    : copiesOf(
        all,
        all.filter(({ uri }) => !below.has(uri)),
        configured,
      );
}

function copiesOf(
  documents: readonly PrismaDocument[],
  writers: readonly PrismaDocument[],
  configured: readonly string[],
): ReadonlySet<string> {
  const outputs = new Set(writers.flatMap(outputsOf));
  const copies = new Set<string>();
  if (outputs.size === 0) return copies;
  for (const { uri } of documents) {
    const output = foldersAbove(uri).find((folder) => outputs.has(folder));
    const isNamed = (root: string) => isAtOrBelow(uri, root) && isAtOrBelow(root, output ?? '');
    if (output !== undefined && !configured.some(isNamed)) copies.add(uri);
  }
  return copies;
}

const known = new WeakMap<PrismaDocument, readonly string[]>();

/** The folders that the generators of a file write to, as far as they are written out and do not hold the file itself. */
function outputsOf(document: PrismaDocument): readonly string[] {
  const outputs = known.get(document) ?? readOutputs(document);
  known.set(document, outputs);
  return outputs;
}

function readOutputs({ uri, sections }: PrismaDocument): readonly string[] {
  const generators = sections.flatMap(({ nodes }) => (nodes[0]?.kind === 'prisma.generator' ? [nodes[0]] : []));
  return generators.flatMap((generator) => {
    const path = outputOf(generator);
    const output = path === undefined ? undefined : pathUri(path, uri);
    return output === undefined || isAtOrBelow(uri, output) ? [] : [output];
  });
}

function outputOf({ settings }: PrismaGenerator): string | undefined {
  const value = settings.find(({ key }) => key.value === 'output')?.value;
  return value?.kind === 'string' && value.value !== '' ? value.value : undefined;
}

/** The outermost last. */
function foldersAbove(uri: string): readonly string[] {
  const folders: string[] = [];
  for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) folders.push(uri.slice(0, end));
  return folders;
}

function isAtOrBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(`${folder}/`);
}
