import { copyOf } from '#core/text/copy-of.ts';

interface Answered<T> {
  readonly text: string;
  readonly answer: T;
}

/**
 * A pure function of a text that keeps what it answered for the last texts it was asked about, at most this many. They are kept in
 * two halves: when the newer one is full, the older one goes, and what was asked for lately stays. The very last one is not even
 * looked up: of one path many rules ask the same, one after the other.
 */
export function remembered<T>(answer: (text: string) => T, most: number): (text: string) => T {
  let known = new Map<string, Answered<T>>();
  let older = new Map<string, Answered<T>>();
  let last: Answered<T> | undefined;
  return (text) => {
    if (last?.text === text) return last.answer;
    const before = known.get(text) ?? older.get(text);
    if (before !== undefined) {
      last = before;
      return before.answer;
    }
    if (known.size * 2 >= most) [known, older] = [new Map(), known];
    // A slice would hold the whole file alive.
    const own = copyOf(text);
    const found = { text: own, answer: answer(own) };
    known.set(own, found);
    last = found;
    return found.answer;
  };
}
