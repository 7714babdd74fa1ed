import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files in a folder and below, by their paths in it, sorted. Links are not followed: they may lead back. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
