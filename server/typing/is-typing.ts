import { countBreaks, type MadeEdit } from '#server/typing/made-edit.ts';

/** Who replaces more line breaks than these by as many has not typed that: another version of the file came from the disk. */
const mostBreaksReplaced = 2;

/** Edits of one key are this many lines apart at most: a line that is moved, a bracket that is closed. */
const nearLines = 3;

/**
 * Whether a person's hand made edits that arrived together, one after the other: in one place, or the same in many (several
 * cursors). Pasting, cutting and undoing are typing, too: what is pasted is mended next.
 */
export function isTyping(edits: readonly MadeEdit[]): boolean {
  const [first] = edits;
  if (first === undefined || edits.some(isReplacement)) return false;
  return edits.every(({ newText }) => newText === first.newText) || isInOnePlace(edits);
}

function isReplacement({ newText, breaksGone }: MadeEdit): boolean {
  return breaksGone > mostBreaksReplaced && countBreaks(newText) > mostBreaksReplaced;
}

function isInOnePlace(edits: readonly MadeEdit[]): boolean {
  let [top, bottom, typed] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { line, breaksGone, newText } of edits) {
    top = Math.min(top, line);
    bottom = Math.max(bottom, line + breaksGone);
    typed += countBreaks(newText);
  }
  return bottom - top <= nearLines + typed;
}
