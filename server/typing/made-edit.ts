import type { ChunkedText } from '#core/text/chunked-text.ts';
import type { Edit } from '#core/text/span.ts';

/** An edit that was made, counted in the text right before it. */
export interface MadeEdit extends Edit {
  /** The line it begins in, from 0. */
  readonly line: number;
  /** How many line breaks it took away. */
  readonly breaksGone: number;
}

export function madeEdit(text: ChunkedText, edit: Edit): MadeEdit {
  const { line } = text.positionAt(edit.span.start);
  return { ...edit, line, breaksGone: text.positionAt(edit.span.end).line - line };
}

/** What a whole new text changes: clients that know no other way send one at every key. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++;
  return { span: { start, end: before.length - same }, newText: after.slice(start, after.length - same) };
}

/** The line breaks of a text; `\r` alone is none. */
export function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
