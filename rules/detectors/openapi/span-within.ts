import type { Section } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';

/** Where a part of a written text stands in its section; the whole text where it is written with escapes, or over several lines. */
export function spanWithin({ value, span }: Located<string>, { text }: Pick<Section, 'text'>, part: Span): Span {
  return spanInWritten(text.slice(span.start, span.end), value, span, part);
}

/** The same for a text that was cut out of its section before. */
export function spanInWritten(written: string, value: string, span: Span, part: Span): Span {
  const at = written.indexOf(value);
  return at < 0 ? span : { start: span.start + at + part.start, end: span.start + at + part.end };
}
