import { copyOf } from '#core/text/copy-of.ts';

/**
 * A pure function of a text that keeps what it answered for the last texts it was asked about, at most this many. They are kept in
 * two halves: when the newer one is full, the older one goes, and what was asked for lately stays.
 */
export function remembered<T>(answer: (text: string) => T, most: number): (text: string) => T {
  let known = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    const before = known.get(text) ?? older.get(text);
    if (before !== undefined) return before;
    if (known.size * 2 >= most) [known, older] = [new Map(), known];
    // A slice would hold the whole file alive.
    const own = copyOf(text);
    const found = answer(own);
    known.set(own, found);
    return found;
  };
}
