/** A half-open range of UTF-16 code units, counted from the start of the owning section. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value kept together with the place it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** A replacement of one span of text; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** True when `inner` lies within `outer`, borders included. */
export function containsSpan(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The same span counted from a place `offset` units earlier. */
export function shiftSpan(span: Span, offset: number): Span {
  return { start: span.start + offset, end: span.end + offset };
}

/** Applies edits that do not overlap, in any order; throws when two overlap. Insertions at one place keep their order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let position = 0;
  for (const { span, newText } of ordered) {
    if (span.start < position) throw new Error(`Edits overlap at offset ${span.start}.`);
    parts.push(text.slice(position, span.start), newText);
    position = span.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}
