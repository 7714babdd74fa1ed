import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { GivenPath } from '#cli/targets.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { isInFolder } from '#files/uri.ts';

/** The folder given with `--root` and what lies below it, spelt alike: each path begins with that of the folder. */
export interface BelowRoot {
  readonly root: string;
  readonly paths: readonly GivenPath[];
}

/**
 * Finds these paths below the folder given with `--root`, through whichever links they and the folder are named; a message about the
 * first that does not lie there.
 */
export async function belowRoot(
  paths: readonly GivenPath[],
  root: GivenPath,
): Promise<BelowRoot | { readonly message: string }> {
  const realRoot = await realPathOf(root.path);
  const real: GivenPath[] = [];
  for (const { given, path } of paths) {
    const realPath = await realPathOf(path);
    if (!isBelow(realPath, realRoot)) return { message: outsideText(given, root, isBelow(path, root.path)) };
    real.push({ given, path: realPath });
  }
  const areAlike = paths.every(({ path }) => isBelow(path, root.path));
  return areAlike ? { root: root.path, paths } : { root: realRoot, paths: real };
}

function outsideText(given: string, root: GivenPath, isWrittenBelow: boolean): string {
  const why = isWrittenBelow ? 'leads through a link out of' : 'lies outside';
  return `“${given}” ${why} “${root.given}”, the folder given with --root. Name what is below it, or a folder around both with --root.`;
}

/** Going by the paths alone. */
function isBelow(path: string, folder: string): boolean {
  return isInFolder(uriOfPath(path), uriOfPath(folder));
}

/** Of a path that is not there: its name in the folder it would be in. */
async function realPathOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  const above = dirname(path);
  return real ?? (above === path ? path : join(await realPathOf(above), basename(path)));
}
