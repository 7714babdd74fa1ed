import { applyEdits, type Edit, shiftSpan } from '#core/text/span.ts';

/** Consecutive pieces of a text that edits touch, and what they become. */
export interface EditGroup {
  /** The first and the last piece touched. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** What made the text of the pieces, counted from the start of the first; undefined where more than these was drawn in. */
  readonly edits?: readonly Edit[];
}

/**
 * Sorts edits of a whole text by the pieces they touch; an insertion at a border belongs to the piece before it. The edits
 * do not overlap and are sorted. Undefined when one of them lies beyond the text.
 */
export function groupEdits(
  edits: readonly Edit[],
  starts: readonly number[],
  textOf: (piece: number) => string,
): readonly EditGroup[] | undefined {
  const groups: EditGroup[] = [];
  let open: { first: number; last: number; edits: Edit[] } | undefined;
  for (const edit of edits) {
    const first = pieceAt(starts, edit.span.start);
    const last = edit.span.end > edit.span.start ? pieceAt(starts, edit.span.end) : first;
    if (open !== undefined && first <= open.last) {
      open.last = Math.max(open.last, last);
      open.edits.push(edit);
    } else {
      if (open !== undefined) groups.push(closed(open, starts, textOf));
      open = { first, last, edits: [edit] };
    }
  }
  if (open !== undefined) groups.push(closed(open, starts, textOf));
  const end = (starts.at(-1) ?? 0) + textOf(starts.length - 1).length;
  return edits.some(({ span }) => span.start < 0 || span.end > end) ? undefined : groups;
}

function closed(
  { first, last, edits }: { first: number; last: number; edits: readonly Edit[] },
  starts: readonly number[],
  textOf: (piece: number) => string,
): EditGroup {
  let text = '';
  for (let piece = first; piece <= last; piece++) text += textOf(piece);
  const offset = starts[first] ?? 0;
  const own = edits.map(({ span, newText }) => ({ span: shiftSpan(span, -offset), newText }));
  return { first, last, text: applyEdits(text, own), edits: own };
}

/** The last piece that begins before the offset; the first one for offset 0. */
function pieceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
