/** The first names of a sorted list that begin with a text, so many at most. */
export function namesBeginning(names: readonly string[], start: string, most: number): readonly string[] {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return names.slice(low, low + most).filter((name) => name.startsWith(start));
}
