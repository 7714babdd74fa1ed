import type { Edit } from '#core/text/span.ts';
import { trimEdit } from '#core/tree/tidy-edits.ts';

/** A stretch of the first text and what became of it in the current one. */
interface Hunk {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly start: number;
  readonly end: number;
}

/** Adds up edits made one after the other into edits of the first text. */
export class EditJournal {
  #hunks: readonly Hunk[] = [];

  /** Records edits of the current text that were made at once and do not overlap. */
  record(edits: readonly Edit[]): void {
    const fromLast = edits.toSorted((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
    for (const edit of fromLast) this.#record(edit);
  }

  /** The edits that turn the first text into the current one, in order. */
  editsOf(oldText: string, text: string): readonly Edit[] {
    return this.#hunks
      .map(({ oldStart, oldEnd, start, end }) =>
        trimEdit(oldText, { span: { start: oldStart, end: oldEnd }, newText: text.slice(start, end) }),
      )
      .filter(({ span, newText }) => span.end > span.start || newText !== '');
  }

  /** Edits that turn the first text into the current one, in order; `textAt` gives a piece of the current one. */
  hunks(textAt: (start: number, end: number) => string): readonly Edit[] {
    return this.#hunks.map(({ oldStart, oldEnd, start, end }) => ({
      span: { start: oldStart, end: oldEnd },
      newText: textAt(start, end),
    }));
  }

  #record({ span, newText }: Edit): void {
    const growth = newText.length - (span.end - span.start);
    const before = this.#hunks.filter((hunk) => hunk.end < span.start);
    const after = this.#hunks.filter((hunk) => hunk.start > span.end);
    const touched = this.#hunks.slice(before.length, this.#hunks.length - after.length);
    const shift = drift(before.at(-1));
    const first = touched[0];
    const last = touched.at(-1) ?? before.at(-1);
    const start = Math.min(span.start, first?.start ?? span.start);
    const end = Math.max(span.end, touched.at(-1)?.end ?? span.end);
    const merged = { oldStart: start - shift, oldEnd: end - drift(last), start, end: end + growth };
    const later = after.map((hunk) => ({ ...hunk, start: hunk.start + growth, end: hunk.end + growth }));
    this.#hunks = [...before, merged, ...later];
  }
}

/** How much further an offset behind a hunk lies in the current text. */
function drift(hunk: Hunk | undefined): number {
  return hunk === undefined ? 0 : hunk.end - hunk.oldEnd;
}
