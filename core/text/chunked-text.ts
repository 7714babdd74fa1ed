import type { Position } from '#core/text/line-index.ts';
import { applyEdits, type Edit, shiftSpan } from '#core/text/span.ts';
import { splitText, type TextChunk } from '#core/text/text-chunk.ts';

interface TouchedChunks {
  readonly first: number;
  last: number;
  readonly edits: Edit[];
}

/**
 * An immutable text in chunks of whole lines: an edit costs the chunk it touches, not the text. Lines and columns are those
 * of `LineIndex`.
 */
export class ChunkedText {
  readonly length: number;
  readonly #chunks: readonly TextChunk[];
  /** The offset and the line each chunk begins with. */
  readonly #offsets: readonly number[];
  readonly #lines: readonly number[];
  #whole: string | undefined;

  private constructor(chunks: readonly TextChunk[], whole: string | undefined) {
    const offsets: number[] = [];
    const lines: number[] = [];
    let offset = 0;
    let line = 0;
    for (const { text, lines: own } of chunks) {
      offsets.push(offset);
      lines.push(line);
      offset += text.length;
      line += own.breakCount;
    }
    this.length = offset;
    this.#chunks = chunks;
    this.#offsets = offsets;
    this.#lines = lines;
    this.#whole = whole;
  }

  static of(text: string): ChunkedText {
    return new ChunkedText(splitText(text), text);
  }

  /** The text with `[start, end)` replaced; offsets beyond the text count as its end. */
  edited(start: number, end: number, newText: string): ChunkedText {
    return this.editedAtOnce([{ span: { start, end }, newText }]);
  }

  /** The text after edits that are sorted and do not overlap; offsets beyond the text count as its end. */
  editedAtOnce(edits: readonly Edit[]): ChunkedText {
    const chunks: TextChunk[] = [];
    const push = (chunk: TextChunk | undefined) => (chunk === undefined ? undefined : chunks.push(chunk));
    let position = 0;
    for (const { first, last, edits: own } of this.#touched(edits)) {
      for (let index = position; index < first; index++) push(this.#chunks[index]);
      for (const chunk of splitText(applyEdits(this.#textOf(first, last), own))) push(chunk);
      position = last + 1;
    }
    return new ChunkedText([...chunks, ...this.#chunks.slice(position)], undefined);
  }

  /** The chunks that edits touch, and the edits counted from the first of them. */
  #touched(edits: readonly Edit[]): readonly TouchedChunks[] {
    const touched: TouchedChunks[] = [];
    for (const { span, newText } of edits) {
      const from = Math.max(0, Math.min(span.start, this.length));
      const to = Math.max(from, Math.min(span.end, this.length));
      const first = findLast(this.#offsets, from);
      // The line break that ends a chunk may go, and its last line then goes on in the next one.
      const last = Math.min(this.#chunks.length - 1, findLast(this.#offsets, to) + 1);
      const open = touched.at(-1);
      const isOpen = open !== undefined && first <= open.last;
      const group = isOpen ? open : { first, last, edits: [] };
      if (isOpen) open.last = Math.max(open.last, last);
      else touched.push(group);
      group.edits.push({ span: shiftSpan({ start: from, end: to }, -(this.#offsets[group.first] ?? 0)), newText });
    }
    return touched;
  }

  #textOf(first: number, last: number): string {
    return this.#chunks
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join('');
  }

  /** The place of an offset; an offset beyond the text counts as its end. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const index = findLast(this.#offsets, clamped);
    const own = this.#chunks[index]?.lines.positionAt(clamped - (this.#offsets[index] ?? 0));
    return { line: (own?.line ?? 0) + (this.#lines[index] ?? 0), character: own?.character ?? 0 };
  }

  /** The offset of a place; a column beyond its line counts as the line's end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const index = findLast(this.#lines, line);
    const chunk = this.#chunks[index];
    const own = line - (this.#lines[index] ?? 0);
    if (chunk === undefined || (own > 0 && own > chunk.lines.breakCount)) return this.length;
    return (this.#offsets[index] ?? 0) + chunk.lines.offsetAt({ line: own, character });
  }

  slice(start: number, end: number): string {
    const first = findLast(this.#offsets, start);
    const last = findLast(this.#offsets, end);
    const offset = this.#offsets[first] ?? 0;
    return this.#textOf(first, last).slice(start - offset, end - offset);
  }

  /** The whole text; put together when it is first asked for. */
  toString(): string {
    this.#whole ??= this.#chunks.map(({ text }) => text).join('');
    return this.#whole;
  }
}

/** The index of the last number that is not above the value; 0 when all are. */
function findLast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
