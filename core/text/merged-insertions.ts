import type { Edit } from '#core/text/span.ts';

/**
 * The edits with one more. Blanks that several fixes insert at one place are inserted once, as many as the most need, and so is
 * the blank line that parts what is inserted there from what is above; what needs none comes before it. Whole blocks each keep theirs.
 */
export function withInsertion(edits: readonly Edit[], edit: Edit): Edit[] {
  const rivals = edits.filter(
    (other) => isInsertion(edit) && isInsertion(other) && other.span.start === edit.span.start,
  );
  const blanks = isBlanks(edit) ? rivals.find(isBlanks) : undefined;
  if (blanks !== undefined) {
    const longer = blanks.newText.length < edit.newText.length ? edit : blanks;
    return edits.map((other) => (other === blanks ? longer : other));
  }
  const parted = rivals.find(({ newText }) => blankLead(newText) !== '');
  if (parted === undefined) return [...edits, edit];
  const lead = blankLead(edit.newText);
  if (lead !== '') return [...edits, isBlock(edit) ? edit : { ...edit, newText: edit.newText.slice(lead.length) }];
  return isInsertion(edit) ? edits.toSpliced(edits.indexOf(parted), 0, edit) : [...edits, edit];
}

/** Two insertions at one place do not overlap, unless they say the same and are more than blanks. */
export function overlap(a: Edit, b: Edit): boolean {
  if (isInsertion(a) && isInsertion(b)) return a.span.start === b.span.start && a.newText === b.newText && !isBlanks(a);
  return a.span.start < b.span.end && b.span.start < a.span.end;
}

/** The line break of the blank line a text begins with; empty when it begins with none. */
function blankLead(text: string): string {
  return /^(\r\n|\r|\n)\1/.exec(text)?.[1] ?? '';
}

/** True for what stands in no other: an `enum` behind a model. */
function isBlock({ newText }: Edit): boolean {
  return newText.endsWith('}') && /^[\r\n]+[^\s}]/.test(newText);
}

function isInsertion({ span }: Edit): boolean {
  return span.start === span.end;
}

function isBlanks(edit: Edit): boolean {
  return isInsertion(edit) && edit.newText.trim() === '' && !/[\r\n]/.test(edit.newText);
}
