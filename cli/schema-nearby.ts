import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { prisma } from '#core/prisma/language.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';
import { kindOfFile } from '#files/find-sources.ts';
import { isSkippedFolder } from '#files/starting-points.ts';
import { isInFolder } from '#files/uri.ts';

/** So many folders beside a description, or above it, are looked into. */
const siblingsAtMost = 100;

/**
 * The uri of the Prisma schema that lies nearest to a file, in its own folder or in one above it, up to the workspace folder: there,
 * in `prisma/`, or in a folder beside. Looks at names alone. Undefined where there is none, and where two are equally near.
 */
export async function schemaNearby(uri: string, folders: readonly string[]): Promise<string | undefined> {
  let folder = dirname(pathOfUri(uri) ?? '');
  while (folders.some((root) => isInFolder(uriOfPath(folder), root))) {
    const found = await schemasAt(folder);
    if (found.length > 0) return found.length === 1 && found[0] !== undefined ? uriOfPath(found[0]) : undefined;
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return undefined;
}

/** The paths of schemas in a folder or in its `prisma/`; where there are none, in the folders within it. */
async function schemasAt(folder: string): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  const own = [mainFile(folder, entries), await mainFileIn(join(folder, 'prisma'))].filter(isGiven);
  if (own.length > 0) return own.slice(0, 1);
  const within = entries.filter((entry) => entry.isDirectory() && !isSkippedFolder(entry.name));
  if (within.length > siblingsAtMost) return [];
  const found = await Promise.all(
    within.map(async ({ name }) => {
      const path = join(folder, name);
      return (await mainFileIn(path)) ?? mainFileIn(join(path, 'prisma'));
    }),
  );
  return found.filter(isGiven);
}

async function mainFileIn(folder: string): Promise<string | undefined> {
  return mainFile(folder, await entriesOf(folder));
}

function isPrismaFile(name: string): boolean {
  const { role, language } = kindOfFile(name);
  return role === 'text' && language === prisma;
}

/** The file that stands for the schema of a folder: `schema.prisma`, or the first. */
function mainFile(folder: string, entries: readonly Dirent[]): string | undefined {
  const names = entries.filter((entry) => entry.isFile() && isPrismaFile(entry.name)).map(({ name }) => name);
  const name = names.find((each) => each === 'schema.prisma') ?? names.sort()[0];
  return name === undefined ? undefined : join(folder, name);
}

function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

function isGiven<T>(value: T | undefined): value is T {
  return value !== undefined;
}
