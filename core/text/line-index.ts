/** A zero-based line and UTF-16 column, as the Language Server Protocol counts them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns offsets of one text into lines and columns and back; `\n`, `\r\n` and a lone `\r` end a line. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: Offsets;

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  get breakCount(): number {
    return this.#starts.length - 1;
  }

  /** The place of an offset; an offset beyond the text counts as its end. */
  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: clamped - (this.#starts[low] ?? 0) };
  }

  /** The offset of a place; a column beyond its line counts as the line's end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.#text.length;
    const next = this.#starts[line + 1];
    const end = next === undefined ? this.#text.length : this.#breakBefore(next);
    return Math.min(start + Math.max(0, character), end);
  }

  /** Where the line break that ends at an offset begins. */
  #breakBefore(offset: number): number {
    return this.#text.startsWith('\r\n', offset - 2) ? offset - 2 : offset - 1;
  }

  /** The text of a line without its line break; empty beyond the last line. */
  lineText(line: number): string {
    const start = this.#starts[line];
    if (start === undefined) return '';
    return this.#text.slice(start, this.#starts[line + 1] ?? this.#text.length).replace(/(?<![\r\n])[\r\n]+$/, '');
  }
}

/** Few bytes for each line: an open document keeps all of them. */
type Offsets = Uint16Array | Uint32Array;

function lineStarts(text: string): Offsets {
  const starts = lineStartsOf(text);
  return text.length < 0x1_00_00 ? new Uint16Array(starts) : new Uint32Array(starts);
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  const hasCarriageReturn = text.includes('\r');
  for (let index = text.indexOf('\n'); index >= 0 && !hasCarriageReturn; index = text.indexOf('\n', index + 1)) {
    starts.push(index + 1);
  }
  if (!hasCarriageReturn) return starts;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}
