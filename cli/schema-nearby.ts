import { dirname, join } from 'node:path';
import type { ConfiguredFolders } from '#cli/configured-folders.ts';
import { prisma } from '#core/prisma/language.ts';
import { configuredUri } from '#core/project/nearest-schema.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';
import { kindOfFile } from '#files/find-sources.ts';
import { isSkippedFolder } from '#files/starting-points.ts';

/** So many folders beside a description, or above it, are looked into. */
const siblingsAtMost = 100;

/**
 * The uri of the Prisma schema that a description would be compared with if it were reviewed, too: the one that `plumbline.yaml`
 * names, else the nearest. Looks at names alone. Undefined where there is none.
 */
export async function schemaNearby(uri: string, folders: ConfiguredFolders): Promise<string | undefined> {
  const configured = configuredUri(folders.configFor(uri));
  const path = configured === undefined ? await nearestTo(uri, folders) : await configuredAt(configured, folders);
  return path === undefined ? undefined : uriOfPath(path);
}

/** A file that `plumbline.yaml` names, or the one that stands for the folder it names. */
async function configuredAt(configured: string, folders: ConfiguredFolders): Promise<string | undefined> {
  const path = pathOfUri(configured);
  if (path === undefined || !folders.has(path)) return undefined;
  const within = await mainFileIn(path, folders);
  if (within !== undefined) return within;
  const files = folders.has(dirname(path)) ? await schemaFilesIn(dirname(path), folders) : [];
  return files.find((file) => file === path);
}

/**
 * The schema in the description's own folder or in one above it, up to the workspace folder: there, in `prisma/`, or in a folder
 * beside. Undefined where two are equally near.
 */
async function nearestTo(uri: string, folders: ConfiguredFolders): Promise<string | undefined> {
  let folder = dirname(pathOfUri(uri) ?? '');
  while (folders.has(folder)) {
    const found = await schemasAt(folder, folders);
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
    const above = dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  return undefined;
}

/** The paths of schemas in a folder or in its `prisma/`; where there are none, in the folders within it. */
async function schemasAt(folder: string, folders: ConfiguredFolders): Promise<readonly string[]> {
  const own = (await mainFileIn(folder, folders)) ?? (await mainFileIn(join(folder, 'prisma'), folders));
  if (own !== undefined) return [own];
  const entries = await folders.entriesOf(folder);
  const within = entries.filter((entry) => entry.isDirectory() && !isSkippedFolder(entry.name));
  if (within.length > siblingsAtMost) return [];
  const found = await Promise.all(
    within.map(async ({ name }) => {
      const path = join(folder, name);
      return (await mainFileIn(path, folders)) ?? mainFileIn(join(path, 'prisma'), folders);
    }),
  );
  return found.filter((path) => path !== undefined);
}

/** The file that stands for the schema of a folder: `schema.prisma`, or the first. */
async function mainFileIn(folder: string, folders: ConfiguredFolders): Promise<string | undefined> {
  const files = await schemaFilesIn(folder, folders);
  return files.find((path) => path === join(folder, 'schema.prisma')) ?? [...files].sort()[0];
}

/** The Prisma files of a folder that are not left out. */
async function schemaFilesIn(folder: string, folders: ConfiguredFolders): Promise<readonly string[]> {
  const entries = await folders.entriesOf(folder);
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && isPrismaFile(entry.name) && (await folders.isIncluded(path))) files.push(path);
  }
  return files;
}

function isPrismaFile(name: string): boolean {
  const { role, language } = kindOfFile(name);
  return role === 'text' && language === prisma;
}
