import { copyOf } from '#core/text/copy-of.ts';

/** A pure function of a text that keeps what it answered for the last texts it was asked about, at most this many. */
export function remembered<T>(answer: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    // A slice would hold the whole file alive.
    const own = copyOf(text);
    const found = answer(own);
    known.set(own, found);
    return found;
  };
}
