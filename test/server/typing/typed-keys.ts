import type { Edit } from '#core/text/span.ts';

/** One key: an edit of the text as it is then. */
export type Key = Edit;

/** A piece of text that is typed as one, in its place between the others. */
export interface Piece {
  readonly text: string;
  /** The pieces are typed from the lowest turn to the highest. */
  readonly turn: number;
}

/** The keys that type pieces at an offset, each where it belongs, in the order of their turns. */
export function* keysOfPieces(pieces: readonly Piece[], offset: number): Iterable<Key> {
  const typed = new Set<Piece>();
  for (const piece of [...pieces].sort((a, b) => a.turn - b.turn)) {
    const before = pieces.slice(0, pieces.indexOf(piece)).filter((each) => typed.has(each));
    yield* keysOf(piece.text, offset + before.reduce((sum, { text }) => sum + text.length, 0));
    typed.add(piece);
  }
}

/** The keys that type a text at an offset. */
export function* keysOf(text: string, offset: number): Iterable<Key> {
  for (const [index, newText] of [...text].entries())
    yield { span: { start: offset + index, end: offset + index }, newText };
}

/** The keys that select one text after the other in what was pasted, and type another over it. */
export function* mendingKeys(
  text: string,
  offset: number,
  mends: readonly (readonly [string, string])[],
): Iterable<Key> {
  let current = text;
  for (const [old, typed] of mends) {
    const at = current.indexOf(old);
    if (at < 0) throw new Error(`“${old}” is not in what was pasted.`);
    const start = offset + at;
    yield { span: { start, end: start + old.length }, newText: typed.slice(0, 1) };
    yield* keysOf(typed.slice(1), start + 1);
    current = current.replace(old, () => typed);
  }
}
