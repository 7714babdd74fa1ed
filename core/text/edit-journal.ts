import type { Edit } from '#core/text/span.ts';
import { trimEdit } from '#core/text/trim-edit.ts';

/** A stretch of the first text, and how long what became of it is. */
interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly length: number;
}

/**
 * Adds up edits made one after the other into edits of the first text. An edit next to the one before it costs the same
 * however many there are: hunks are kept on two stacks, left and right of the latest edit.
 */
export class EditJournal {
  /** The hunks up to the latest edit, the nearest at the end. */
  readonly #before: Hunk[] = [];
  /** The hunks behind it, the nearest at the end. */
  readonly #after: Hunk[] = [];
  /** How much longer the hunks in `#before` have made the text. */
  #drift = 0;

  /** Records edits of the current text that were made at once and do not overlap. */
  record(edits: readonly Edit[]): void {
    const fromLast = edits.toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
    for (const edit of fromLast) this.#record(edit);
  }

  /** The edits that turn the first text into the current one, in order. */
  editsOf(oldText: string, text: string): readonly Edit[] {
    return this.hunks((start, end) => text.slice(start, end))
      .map((edit) => trimEdit(oldText, edit))
      .filter(({ span, newText }) => span.end > span.start || newText !== '');
  }

  /** Edits that turn the first text into the current one, in order; `textAt` gives a piece of the current one. */
  hunks(textAt: (start: number, end: number) => string): readonly Edit[] {
    let drift = 0;
    return [...this.#before, ...this.#after.toReversed()].map((hunk) => {
      const start = hunk.oldStart + drift;
      drift += growthOf(hunk);
      return { span: { start: hunk.oldStart, end: hunk.oldEnd }, newText: textAt(start, start + hunk.length) };
    });
  }

  #record({ span, newText }: Edit): void {
    this.#moveTo(span.start);
    let { start, end } = span;
    let drift = this.#drift;
    for (;;) {
      const next = this.#after.at(-1);
      if (next === undefined || next.oldStart + drift > span.end) break;
      start = Math.min(start, next.oldStart + drift);
      end = Math.max(end, next.oldStart + drift + next.length);
      drift += growthOf(next);
      this.#after.pop();
    }
    const length = end - start + newText.length - (span.end - span.start);
    this.#push({ oldStart: start - this.#drift, oldEnd: end - drift, length });
  }

  /** Afterwards every hunk in `#before` ends before the offset, and none in `#after` does. */
  #moveTo(offset: number): void {
    for (let last = this.#before.at(-1); last !== undefined && last.oldEnd + this.#drift >= offset; ) {
      this.#before.pop();
      this.#drift -= growthOf(last);
      this.#after.push(last);
      last = this.#before.at(-1);
    }
    for (let next = this.#after.at(-1); next !== undefined && next.oldStart + this.#drift + next.length < offset; ) {
      this.#after.pop();
      this.#push(next);
      next = this.#after.at(-1);
    }
  }

  #push(hunk: Hunk): void {
    this.#before.push(hunk);
    this.#drift += growthOf(hunk);
  }
}

function growthOf({ oldStart, oldEnd, length }: Hunk): number {
  return length - (oldEnd - oldStart);
}
