import type { Span } from '#core/text/span.ts';

export interface MarkedText {
  /** The text without its marks. */
  readonly text: string;
  /** What stood between `«` and `»`, in order of their starts; spans count in `text`. */
  readonly spans: readonly Span[];
}

/** Reads the marks `«…»` of an example; marks may nest, and a mark without its partner is an error of the author: it throws. */
export function parseMarkedText(marked: string): MarkedText {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of marked.split(/([«»])/)) {
    if (piece === '«') {
      const span = { start: text.length, end: text.length };
      open.push(span);
      spans.push(span);
    } else if (piece === '»') {
      const span = open.pop();
      if (span === undefined) throw new Error('A “»” has no “«” before it.');
      span.end = text.length;
    } else text += piece;
  }
  if (open.length > 0) throw new Error('A “«” has no “»” after it.');
  return { text, spans };
}
