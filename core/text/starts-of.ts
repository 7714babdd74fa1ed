/** Consecutive pieces of a text, and where each of them begins. */
interface Pieces {
  readonly sections: readonly { readonly text: string }[];
  readonly starts: readonly number[];
}

/** Where each of the consecutive pieces of a text begins. Pieces that `before` has at the same places are not looked at. */
export function startsOf(pieces: Pieces['sections'], before?: Pieces): readonly number[] {
  const starts: number[] = [];
  let start = 0;
  for (const piece of pieces) {
    start += lengthAt(starts.push(start) - 1, piece, before) ?? piece.text.length;
  }
  return starts;
}

function lengthAt(place: number, piece: object, before: Pieces | undefined): number | undefined {
  if (before === undefined || before.sections[place] !== piece) return undefined;
  const [start, end] = [before.starts[place], before.starts[place + 1]];
  return start === undefined || end === undefined ? undefined : end - start;
}
