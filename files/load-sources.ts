import { realpath } from 'node:fs/promises';
import { missingBeside, type UnreadReason } from '#core/unread-reason.ts';
import { pathOfUri, uriOfPath } from '#files/file-uri.ts';
import { findNamesake } from '#files/find-namesake.ts';
import { type LoadedSources, loadedSources } from '#files/loaded-sources.ts';
import { errorCode, type ReadText, readText } from '#files/read-source.ts';
import { isInFolder } from '#files/uri.ts';

/**
 * Reads the files a review asks for, each within one of the folders; a link that leads outside counts as outside.
 * Every uri given is answered under the very same spelling.
 */
export async function loadSources(uris: readonly string[], folders: readonly string[]): Promise<LoadedSources> {
  return loadedSources(await loadTexts(uris, folders));
}

/** As `loadSources`, with whether each text can be written back. */
export async function loadTexts(
  uris: readonly string[],
  folders: readonly string[],
): Promise<ReadonlyMap<string, ReadText>> {
  const texts = new Map<string, ReadText>();
  const realFolders = await realFolderUris(folders);
  for (const uri of uris) texts.set(uri, await loadText(uri, folders, realFolders));
  return texts;
}

async function loadText(uri: string, folders: readonly string[], realFolders: readonly string[]): Promise<ReadText> {
  const path = pathOfUri(uri);
  if (path === undefined) return { kind: 'unread', reason: 'unreadable' };
  const outside = { kind: 'unread', reason: 'outside-workspace' } as const;
  const plainUri = uriOfPath(path);
  if (!folders.some((folder) => isInFolder(plainUri, folder))) return outside;
  try {
    const realPath = await realpath(path);
    const realUri = uriOfPath(realPath);
    return realFolders.some((folder) => isInFolder(realUri, folder)) ? await readText(realPath) : outside;
  } catch (error) {
    const isMissing = errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR';
    return { kind: 'unread', reason: isMissing ? await missingReason(path, folders, realFolders) : 'unreadable' };
  }
}

/** Says which file is there instead, where one is that differs in case alone and may be read. */
async function missingReason(
  path: string,
  folders: readonly string[],
  realFolders: readonly string[],
): Promise<UnreadReason> {
  const folder = folders.find((each) => isInFolder(uriOfPath(path), each));
  const folderPath = folder === undefined ? undefined : pathOfUri(folder);
  const isInside = async (inner: string): Promise<boolean> => {
    const real = await realpath(inner).catch(() => undefined);
    return real !== undefined && realFolders.some((each) => isInFolder(uriOfPath(real), each));
  };
  const namesake = folderPath === undefined ? undefined : await findNamesake(path, folderPath, isInside);
  return namesake === undefined ? 'missing' : missingBeside(uriOfPath(namesake));
}

async function realFolderUris(folders: readonly string[]): Promise<readonly string[]> {
  const uris: string[] = [];
  for (const folder of folders) {
    const path = pathOfUri(folder);
    const real = path === undefined ? undefined : await realpath(path).catch(() => undefined);
    if (real !== undefined) uris.push(uriOfPath(real));
  }
  return uris;
}
