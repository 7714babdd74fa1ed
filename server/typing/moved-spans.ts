import type { Edit, Span } from '#core/text/span.ts';

/** Where the spans of a text stand after edits of it, which are sorted and do not overlap. */
export class MovedSpans {
  readonly #edits: readonly Edit[];
  /** How much longer the text before the edit of the same place has become. */
  readonly #drifts: readonly number[];

  constructor(edits: readonly Edit[]) {
    let drift = 0;
    this.#edits = edits;
    this.#drifts = [0, ...edits.map(({ span, newText }) => (drift += newText.length - (span.end - span.start)))];
  }

  /** A text inserted at either border stays outside. */
  moved({ start, end }: Span): Span {
    const from = this.#offset(start, true);
    return { start: from, end: Math.max(from, this.#offset(end, false)) };
  }

  /** Where the span starts when what was inserted there belongs to it. */
  earliestStart({ start }: Span): number {
    return this.#offset(start, false);
  }

  /** True when an edit was made in the span or at its border. */
  isTouched({ start, end }: Span): boolean {
    const edit = this.#edits[this.#countBefore(start, false)];
    return edit !== undefined && edit.span.start <= end;
  }

  #offset(offset: number, isBehind: boolean): number {
    const count = this.#countBefore(offset, isBehind);
    const drift = this.#drifts[count] ?? 0;
    const next = this.#edits[count];
    if (next === undefined || next.span.start >= offset) return offset + drift;
    return next.span.start + drift;
  }

  /** How many edits end before an offset, or at it. */
  #countBefore(offset: number, isAtIncluded: boolean): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = this.#edits[middle]?.span.end ?? 0;
      if (end < offset || (isAtIncluded && end === offset)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of a text that did not change. */
export const unmoved = new MovedSpans([]);
