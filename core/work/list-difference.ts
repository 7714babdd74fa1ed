/** What two lists of objects differ in, where none comes twice. */
export interface ListDifference<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** Those of both that now stand behind one they stood before; one of each two that changed places is among them. */
  readonly moved: readonly T[];
}

/** What both lists begin and end with is passed over. */
export function listDifference<T>(before: readonly T[], after: readonly T[]): ListDifference<T> {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return difference(before.slice(start, before.length - end), after.slice(start, after.length - end));
}

/** The indexes at which two lists hold different items; undefined where one list is longer than the other. */
export function replacedPlaces<T>(before: readonly T[], after: readonly T[]): readonly number[] | undefined {
  if (before.length !== after.length) return undefined;
  const places: number[] = [];
  for (let place = 0; place < after.length; place++) if (before[place] !== after[place]) places.push(place);
  return places;
}

function difference<T>(before: readonly T[], after: readonly T[]): ListDifference<T> {
  const places = new Map(before.map((item, place) => [item, place]));
  const kept = new Set<T>();
  const added: T[] = [];
  const moved: T[] = [];
  let furthest = -1;
  for (const item of after) {
    const place = places.get(item);
    if (place === undefined) added.push(item);
    else if (place < furthest) moved.push(item);
    else furthest = place;
    if (place !== undefined) kept.add(item);
  }
  return { removed: before.filter((item) => !kept.has(item)), added, moved };
}
