import { foldedName } from '#core/text/casing.ts';

const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The names of a list by what they are without casing and separators, of several the first. Of one list it is found out once. */
export function foldedNames(names: readonly string[]): ReadonlyMap<string, string> {
  const before = known.get(names);
  if (before !== undefined) return before;
  const byFold = new Map<string, string>();
  for (const name of names) if (!byFold.has(foldedName(name))) byFold.set(foldedName(name), name);
  known.set(names, byFold);
  return byFold;
}
