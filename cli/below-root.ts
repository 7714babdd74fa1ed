import { realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { uriOfPath } from '#files/file-uri.ts';
import { isInFolder } from '#files/uri.ts';

/** A path as it was written, and where that is. */
export interface GivenPath {
  readonly given: string;
  /** Absolute. */
  readonly path: string;
}

/** Says of the first of these paths that does not lie below the folder given with `--root` that it does not; undefined where all do. */
export async function outsideRoot(paths: readonly GivenPath[], root: GivenPath): Promise<string | undefined> {
  const real = await realPathOf(root.path);
  for (const { given, path } of paths) {
    const isBelow = isInFolder(uriOfPath(path), uriOfPath(root.path));
    if (isBelow && isInFolder(uriOfPath(await realPathOf(path)), uriOfPath(real))) continue;
    const why = isBelow ? 'leads through a link out of' : 'lies outside';
    return `“${given}” ${why} “${root.given}”, the folder given with --root. Name what is below it, or a folder around both with --root.`;
  }
  return undefined;
}

/** Of a path that is not there that of the folder it would be in. */
async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  const above = dirname(path);
  return real ?? (above === path ? path : realPathOf(above));
}
