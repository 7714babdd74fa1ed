import { BlockLine, type OpenText } from '#core/ask/complete/tree/block-line.ts';
import type { FlowReader } from '#core/ask/complete/tree/flow-reader.ts';
import { keyAt, skipBlanks } from '#core/ask/complete/tree/line-tokens.ts';
import type { OpenFrames } from '#core/ask/complete/tree/open-frames.ts';
import type { Typing } from '#core/ask/complete/tree/typing.ts';

/** Reads YAML line by line, led by indentation: whatever is broken ends with its line. */
export class BlockReader {
  readonly #typing: Typing;
  readonly #frames: OpenFrames;
  readonly #flow: FlowReader;
  readonly #open: OpenText = { prose: undefined, quote: undefined };

  constructor(typing: Typing, frames: OpenFrames, flow: FlowReader) {
    this.#typing = typing;
    this.#frames = frames;
    this.#flow = flow;
  }

  line(start: number, end: number): void {
    const { text, offset } = this.#typing;
    const at = skipBlanks(text, start, end);
    const column = at - start;
    const isEmpty = at >= end;
    const line = new BlockLine(this.#typing, this.#frames, this.#flow, this.#open, start);
    if (this.#isProse(column, isEmpty)) {
      if (!this.#typing.isIn(start, end)) return;
      if (isEmpty && offset - start <= (this.#open.prose ?? 0)) line.place(offset - start, offset, offset);
      else this.#typing.refuse();
      return;
    }
    if (this.#isQuoted(at, end, column)) {
      if (this.#typing.isIn(start, end)) this.#typing.refuse();
      return;
    }
    if (this.#frames.isFlow) {
      const isLeft = !isEmpty && column <= this.#frames.blockColumn && keyAt(text, at, end) !== undefined;
      if (!isLeft) {
        this.#flow.line(start, end);
        return;
      }
      this.#frames.closeFlows();
    }
    if (isEmpty) {
      if (this.#typing.isIn(start, end)) line.place(offset - start, offset, offset);
    } else if (this.#typing.isIn(start, at)) this.#typing.refuse();
    else line.content(at, end);
  }

  #isProse(column: number, isEmpty: boolean): boolean {
    if (this.#open.prose === undefined) return false;
    if (isEmpty || column > this.#open.prose) return true;
    this.#open.prose = undefined;
    return false;
  }

  /** True on a line within quotes; a key further left ends a quote that was forgotten. */
  #isQuoted(at: number, end: number, column: number): boolean {
    const open = this.#open.quote;
    if (open === undefined) return false;
    const { text } = this.#typing;
    const isForgotten = at < end && column <= open.column && keyAt(text, at, end) !== undefined;
    if (isForgotten || text.slice(at, end).includes(open.mark)) this.#open.quote = undefined;
    return !isForgotten;
  }
}
