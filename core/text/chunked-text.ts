import { LineIndex, type Position } from '#core/text/line-index.ts';

/** Lines are kept together in chunks of about this many UTF-16 units, so that an edit copies little. */
const chunkSize = 16_384;

interface Chunk {
  readonly text: string;
  /** How many line breaks it holds. Every chunk but the last ends in one. */
  readonly breaks: number;
}

/**
 * An immutable text in chunks of whole lines: an edit costs the chunk it touches, not the text. Lines and columns are those
 * of `LineIndex`.
 */
export class ChunkedText {
  readonly length: number;
  readonly #chunks: readonly Chunk[];
  /** The offset and the line each chunk begins with. */
  readonly #offsets: readonly number[];
  readonly #lines: readonly number[];
  #whole: string | undefined;

  private constructor(chunks: readonly Chunk[], whole: string | undefined) {
    const offsets: number[] = [];
    const lines: number[] = [];
    let offset = 0;
    let line = 0;
    for (const { text, breaks } of chunks) {
      offsets.push(offset);
      lines.push(line);
      offset += text.length;
      line += breaks;
    }
    this.length = offset;
    this.#chunks = chunks;
    this.#offsets = offsets;
    this.#lines = lines;
    this.#whole = whole;
  }

  static of(text: string): ChunkedText {
    return new ChunkedText(split(text), text);
  }

  /** The text with `[start, end)` replaced; offsets beyond the text count as its end. */
  edited(start: number, end: number, newText: string): ChunkedText {
    const from = Math.max(0, Math.min(start, this.length));
    const to = Math.max(from, Math.min(end, this.length));
    const first = findLast(this.#offsets, from);
    // The line break that ends a chunk may go, and its last line then goes on in the next one.
    const last = Math.min(this.#chunks.length - 1, findLast(this.#offsets, to) + 1);
    const offset = this.#offsets[first] ?? 0;
    const touched = this.#chunks
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join('');
    const text = touched.slice(0, from - offset) + newText + touched.slice(to - offset);
    const chunks = [...this.#chunks.slice(0, first), ...split(text), ...this.#chunks.slice(last + 1)];
    return new ChunkedText(chunks, undefined);
  }

  /** The place of an offset; an offset beyond the text counts as its end. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const index = findLast(this.#offsets, clamped);
    const { line, character } = indexOf(this.#chunks[index]).positionAt(clamped - (this.#offsets[index] ?? 0));
    return { line: line + (this.#lines[index] ?? 0), character };
  }

  /** The offset of a place; a column beyond its line counts as the line's end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const index = findLast(this.#lines, line);
    const chunk = this.#chunks[index];
    const own = line - (this.#lines[index] ?? 0);
    if (chunk === undefined || (own > 0 && own > chunk.breaks)) return this.length;
    return (this.#offsets[index] ?? 0) + indexOf(chunk).offsetAt({ line: own, character });
  }

  slice(start: number, end: number): string {
    const first = findLast(this.#offsets, start);
    const last = findLast(this.#offsets, end);
    const offset = this.#offsets[first] ?? 0;
    const text = this.#chunks
      .slice(first, last + 1)
      .map((chunk) => chunk.text)
      .join('');
    return text.slice(start - offset, end - offset);
  }

  /** The whole text; put together when it is first asked for. */
  toString(): string {
    this.#whole ??= this.#chunks.map(({ text }) => text).join('');
    return this.#whole;
  }
}

const indexes = new WeakMap<Chunk, LineIndex>();
const emptyIndex = new LineIndex('');

function indexOf(chunk: Chunk | undefined): LineIndex {
  if (chunk === undefined) return emptyIndex;
  const known = indexes.get(chunk) ?? new LineIndex(chunk.text);
  indexes.set(chunk, known);
  return known;
}

/** Chunks that end in a line feed, as large as lines allow; a lone carriage return ends no chunk. */
function split(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', Math.min(text.length, start + chunkSize) - 1);
    const end = lineFeed < 0 ? text.length : lineFeed + 1;
    // A string of its own: a slice would keep the text it was cut from in memory.
    const own = ` ${text.slice(start, end)}`.slice(1);
    chunks.push({ text: own, breaks: countBreaks(own) });
    start = end;
  }
  return chunks.length === 0 ? [{ text: '', breaks: 0 }] : chunks;
}

function countBreaks(text: string): number {
  let count = 0;
  const hasCarriageReturn = text.includes('\r');
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return hasCarriageReturn ? count + (text.match(/\r(?!\n)/g)?.length ?? 0) : count;
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
