import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { uriOfPath } from '#files/file-uri.ts';
import { isInFolder } from '#files/uri.ts';

/** A path as it was written, and where that is. */
export interface GivenPath {
  readonly given: string;
  /** Absolute. */
  readonly path: string;
}

/** A file or folder named on the command line. */
export interface Target extends GivenPath {
  readonly kind: 'file' | 'folder';
}

/** Where a path that was written in a folder leads. */
export function pathIn(cwd: string, given: string): GivenPath {
  return { given, path: resolve(cwd, given) };
}

/** Looks the given paths up; the message names the first that is not there and what to do about it. */
export async function findTargets(
  paths: readonly GivenPath[],
): Promise<readonly Target[] | { readonly message: string }> {
  const targets: Target[] = [];
  for (const { given, path } of paths) {
    const status = await stat(path).catch(() => undefined);
    if (status === undefined)
      return { message: `“${given}” does not exist. Name a file or folder that does; looked for it at ${path}` };
    targets.push({ kind: status.isDirectory() ? 'folder' : 'file', path, given });
  }
  return targets;
}

/**
 * The folder within which files may be read for the sake of a path: the root of its git repository; without one the
 * current folder where the path lies below it; otherwise the path's own folder.
 */
export async function workspaceFolderOf(path: string, kind: Target['kind'], cwd: string): Promise<string> {
  const start = kind === 'folder' ? path : dirname(path);
  const repository = await findRepository(start);
  if (repository !== undefined) return repository;
  return isInFolder(uriOfPath(path), uriOfPath(cwd)) ? cwd : start;
}

async function findRepository(folder: string): Promise<string | undefined> {
  // In a work tree `.git` is a file.
  const status = await stat(join(folder, '.git')).catch(() => undefined);
  if (status !== undefined) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : findRepository(parent);
}
