import type { TypedPiece } from '#core/ask/complete/tree/read-typed.ts';
import type { TypedFile } from '#core/ask/complete/typed-file.ts';
import { sectionIndex } from '#core/ask/section-at.ts';
import type { Edit } from '#core/text/span.ts';
import type { TreeDocument, TreeLanguage, TreeSection } from '#core/tree/section.ts';

/** The piece of a file that somebody writes in, as it is typed, and where it begins. */
export interface PlacedPiece extends TypedPiece {
  readonly start: number;
  /** The sections of the file that are no part of it. */
  readonly outside: readonly TreeSection[];
}

/** A shorter text is read as a whole. */
const wholeLength = 50_000;

/** In a longer piece nothing is proposed: it would be read at every key that is pressed. */
const longestPiece = 3_000_000;

/**
 * The section around an offset and the one before it, which what is typed at a border may belong to; a small file as a whole. The text is
 * the newest, the borders are those of the document as it was last read, moved along what was typed since.
 */
export function pieceAt(
  { text, edits }: TypedFile,
  document: TreeDocument | undefined,
  language: TreeLanguage,
  offset: number,
): PlacedPiece | undefined {
  if (text.length <= wholeLength || document === undefined || edits === undefined) {
    const whole = { text: text.toString(), language, around: undefined, start: 0, outside: [] };
    return text.length > longestPiece ? undefined : whole;
  }
  const own = sectionIndex(document, offsetBefore(edits, offset));
  const first = Math.max(0, own - 1);
  const section = document.sections[first];
  const next = document.starts[own + 1];
  const start = offsetAfter(edits, document.starts[first] ?? 0, false);
  const end = next === undefined ? text.length : offsetAfter(edits, next, true);
  if (section === undefined || end - start > longestPiece) return undefined;
  const around = start === 0 ? undefined : section.pointer.slice(0, -1);
  const outside = [...document.sections.slice(0, first), ...document.sections.slice(own + 1)];
  return { text: text.slice(start, Math.max(end, offset)), language, around, start, outside };
}

/** Where an offset of the newest text was; within what was typed since, where that stands. */
function offsetBefore(edits: readonly Edit[], offset: number): number {
  let drift = 0;
  for (const { span, newText } of edits) {
    const start = span.start + drift;
    if (offset <= start) break;
    if (offset < start + newText.length) return span.start;
    drift += newText.length - (span.end - span.start);
  }
  return offset - drift;
}

/** Where an offset of the text as it was read is now; within what was replaced, its beginning or its end. */
function offsetAfter(edits: readonly Edit[], offset: number, isEnd: boolean): number {
  let drift = 0;
  for (const { span, newText } of edits) {
    if (offset < span.start || (offset === span.start && !isEnd)) break;
    if (offset < span.end) return span.start + drift + (isEnd ? newText.length : 0);
    drift += newText.length - (span.end - span.start);
  }
  return offset + drift;
}
