import type { Span } from '#core/text/span.ts';

/** The comment behind what stands at a span, on the same line; empty without one. */
export function commentBehind(text: string, span: Span): string {
  const [rest = ''] = text.slice(span.end).split(/[\r\n]/);
  return /\/[/*](.*)/.exec(rest)?.[1] ?? '';
}

/** The `//` comments on the lines right above what stands at a span. */
export function commentsAbove(text: string, span: Span): string {
  const lines = text.slice(0, span.start).split(/\r\n|\r|\n/);
  lines.pop();
  const start = lines.findLastIndex((line) => !line.trim().startsWith('//')) + 1;
  return lines.slice(start).join('\n');
}
