import type { Edit } from '#core/text/span.ts';

/** The edits that take edits of a text, given in its order, back again. */
export function inverseOf(edits: readonly Edit[], text: string): readonly Edit[] {
  let shift = 0;
  return edits.map(({ span, newText }) => {
    const start = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) };
  });
}

/** The one edit that makes one text of another. */
export function difference(from: string, to: string): Edit {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start++;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return { span: { start, end: from.length - end }, newText: to.slice(start, to.length - end) };
}
