import type { Position, Range } from 'vscode-languageserver';
import type { ChunkedText } from '#core/text/chunked-text.ts';
import type { Edit } from '#core/text/span.ts';

/** A change of a text, counted in offsets. The client may give the ends of its range in either order. */
export function editOf(text: ChunkedText, { start, end }: Range, newText: string): Edit {
  const [from, to] = [text.offsetAt(start), text.offsetAt(end)];
  return { span: { start: Math.min(from, to), end: Math.max(from, to) }, newText };
}

/** True when an edit of the text leaves a range, as the client counts it, where it is. */
export function isInFront(text: ChunkedText, { start, end }: Range, edit: Edit | undefined): boolean {
  if (edit === undefined) return true;
  const border = text.positionAt(edit.span.start);
  return isUpTo(start, border) && isUpTo(end, border);
}

function isUpTo({ line, character }: Position, border: Position): boolean {
  return line < border.line || (line === border.line && character <= border.character);
}
