import { readdir } from 'node:fs/promises';
import { sourceKindOf } from '#core/source-kind.ts';
import { pathOfUri } from '#files/file-uri.ts';
import { isInFolder } from '#files/uri.ts';

/** The uris of settings of other tools that hold for one of the files, from its own folder up to the workspace folder. */
export async function settingsAbove(uris: readonly string[], folders: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const uri of uris) {
    const names = sourceKindOf(uri).language?.files.settings?.above ?? [];
    if (names.length === 0) continue;
    let folder = uri.slice(0, uri.lastIndexOf('/'));
    while (!seen.has(folder) && folders.some((root) => isInFolder(folder, root))) {
      seen.add(folder);
      const there = new Set(await readdir(pathOfUri(folder) ?? '').catch((): string[] => []));
      for (const name of names) if (there.has(name)) found.add(`${folder}/${name}`);
      folder = folder.slice(0, folder.lastIndexOf('/'));
    }
  }
  return [...found];
}
