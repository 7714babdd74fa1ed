import { wordsOf } from '#core/text/casing.ts';

/**
 * The name most like `wanted`, at most a third of its letters away; undefined when none is near. Of names of several words each word
 * must be near: `OrderListType` is no slip of `OrderItemType`. Ties go to the first.
 */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
  const folded = wanted.toLowerCase();
  let best: string | undefined;
  let bestDistance = mostChanges(wanted) + 1;
  for (const name of names) {
    const distance = editDistance(folded, name.toLowerCase(), bestDistance);
    if (distance < bestDistance && hasNearWords(wanted, name, distance)) [best, bestDistance] = [name, distance];
  }
  return best;
}

/**
 * The names of which each may be meant by another, as `nearestName` counts: all that are as near as the nearest. None where they have
 * nothing in common with it.
 */
export function nearestNames(wanted: string, names: Iterable<string>): readonly string[] {
  const folded = wanted.toLowerCase();
  const nearest = new Set<string>();
  let bestDistance = mostChanges(wanted);
  for (const name of names) {
    const distance = editDistance(folded, name.toLowerCase(), bestDistance + 1);
    if (distance > bestDistance || distance >= Math.max(wanted.length, name.length)) continue;
    if (!hasNearWords(wanted, name, distance)) continue;
    if (distance < bestDistance) nearest.clear();
    bestDistance = distance;
    nearest.add(name);
  }
  return [...nearest];
}

/** The one name that may be meant; undefined where several are as near. */
export function onlyNearestName(wanted: string, names: Iterable<string>): string | undefined {
  const [nearest, ...others] = nearestNames(wanted, names);
  return others.length === 0 ? nearest : undefined;
}

/** So many letters off are a slip, whatever the words. */
const mostSlips = 2;

function hasNearWords(wanted: string, name: string, distance: number): boolean {
  const [own, others] = [wordsOf(wanted), wordsOf(name)];
  if (distance <= mostSlips || (own.length < 2 && others.length < 2)) return true;
  if (own.length !== others.length) return false;
  return own.every((word, index) => {
    const limit = mostChanges(word) + 1;
    return editDistance(word, others[index] ?? '', limit) < limit;
  });
}

function mostChanges(word: string): number {
  return Math.max(1, Math.floor(word.length / 3));
}

/**
 * The number of insertions, deletions and replacements between two words; `limit` when there are at least so many. Beginnings so
 * many letters apart in length are as far apart at least: they are not looked at.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let current = [...previous];
  for (let row = 1; row <= a.length; row++) {
    const first = Math.max(1, row - limit + 1);
    const last = Math.min(b.length, row + limit - 1);
    let left = first === 1 ? row : limit;
    let least = left;
    current[first - 1] = left;
    for (let column = first; column <= last; column++) {
      const replaced = (previous[column - 1] ?? limit) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const above = column === row + limit - 1 ? limit : (previous[column] ?? limit);
      left = Math.min(replaced, above + 1, left + 1);
      least = Math.min(least, left);
      current[column] = left;
    }
    if (least >= limit) return limit;
    [previous, current] = [current, previous];
  }
  return Math.min(limit, previous[b.length] ?? limit);
}
