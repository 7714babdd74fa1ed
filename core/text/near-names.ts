/** More names than these are not compared one by one. */
const mostCompared = 200;

/** Names in lower case, sorted by their beginnings and by their ends, each with its place in the list. */
interface SortedNames {
  readonly forwards: readonly (readonly [folded: string, place: number])[];
  readonly backwards: readonly (readonly [folded: string, place: number])[];
}

const sorted = new WeakMap<readonly string[], SortedNames>();

/**
 * The names one may have meant by another: all of a short list; of a long one those that stand next to it when they are sorted by
 * their beginnings, and by their ends. In the order of the list.
 */
export function nearNames(wanted: string, names: readonly string[]): readonly string[] {
  if (names.length <= mostCompared) return names;
  const { forwards, backwards } = sorted.get(names) ?? sortNames(names);
  const folded = wanted.toLowerCase();
  const places = new Set([...placesNear(folded, forwards), ...placesNear(reversed(folded), backwards)]);
  return [...places].sort((a, b) => a - b).map((place) => names[place] ?? '');
}

function sortNames(names: readonly string[]): SortedNames {
  const folded = names.map((name, place): readonly [string, number] => [name.toLowerCase(), place]);
  const backwards = folded.map(([name, place]): readonly [string, number] => [reversed(name), place]);
  const result = { forwards: folded.sort(byText), backwards: backwards.sort(byText) };
  sorted.set(names, result);
  return result;
}

function byText([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placesNear(folded: string, list: SortedNames['forwards']): readonly number[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.[0] ?? '') < folded) low = middle + 1;
    else high = middle;
  }
  const first = Math.max(0, low - mostCompared / 4);
  return list.slice(first, first + mostCompared / 2).map(([, place]) => place);
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}
