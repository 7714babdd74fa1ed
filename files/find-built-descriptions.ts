import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDescriptionText } from '#core/openapi/description-text.ts';
import { openApi } from '#core/openapi/language.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { type BuiltFolder, kindOfFile } from '#files/find-sources.ts';
import { readBeginning } from '#files/read-source.ts';
import { isForeignFolder } from '#files/starting-points.ts';

/** So many files and folders are looked at in all: what builds write can be a hundred thousand files. */
const maximumEntries = 5000;

/** Of so many YAML and JSON files the beginning is read. */
const maximumRead = 200;

/** So many bytes tell whether a file is a description, nearly always. */
const beginning = 16 * 1024;

/** The uris, sorted, of descriptions in folders that a walk passed by; the outer ones, where there is much to look at. */
export async function findBuiltDescriptions(folders: readonly BuiltFolder[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const queue = [...folders];
  let [entriesLeft, readsLeft] = [maximumEntries, maximumRead];
  for (const { path: folder, isIncluded } of queue) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entriesLeft-- <= 0) return [...found].sort();
      const path = join(folder, entry.name);
      if (entry.isDirectory() && !isForeignFolder(entry.name)) queue.push({ path, isIncluded });
      if (!entry.isFile() || kindOfFile(path).language !== openApi || !isIncluded(path)) continue;
      if (readsLeft-- > 0 && isDescriptionText(await readBeginning(path, beginning))) found.add(uriOfPath(path));
    }
  }
  return [...found].sort();
}
