import { lstat, opendir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** So many entries of one folder are looked at. */
const mostEntries = 10_000;
/** So many folders deep a path is followed. */
const deepest = 40;

/**
 * The path below a folder that differs from a missing one in nothing but case; undefined when there is none, or more than one. Disks
 * of other systems find it, and ours does not. Only folders that `isInside` accepts are looked into.
 */
export async function findNamesake(
  path: string,
  folder: string,
  isInside: (path: string) => Promise<boolean>,
): Promise<string | undefined> {
  const steps = relative(folder, path).split(sep);
  if (steps.length > deepest || steps[0] === '..' || steps[0] === '') return undefined;
  let found = folder;
  for (const step of steps) {
    const isThere = await exists(join(found, step));
    if (!isThere && !(await isInside(found))) return undefined;
    const name = isThere ? step : await entryLike(found, step);
    if (name === undefined) return undefined;
    found = join(found, name);
  }
  return found !== path && (await isInside(found)) ? found : undefined;
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The one entry of a folder that has a name but for its case. */
async function entryLike(folder: string, wanted: string): Promise<string | undefined> {
  const folded = wanted.toLowerCase();
  const alike: string[] = [];
  let looked = 0;
  try {
    for await (const { name } of await opendir(folder)) {
      if (name.toLowerCase() === folded) alike.push(name);
      if (++looked >= mostEntries || alike.length > 1) break;
    }
  } catch {
    return undefined;
  }
  return alike.length === 1 ? alike[0] : undefined;
}
