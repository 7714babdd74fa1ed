import type { Span } from '#core/text/span.ts';

/** The comment behind what stands at a span, on the same line; empty without one. */
export function commentBehind(text: string, span: Span): string {
  const rest = text.slice(span.end, lineEnd(text, span.end));
  return /\/[/*](.*)/.exec(rest)?.[1] ?? '';
}

/** The `//` comments on the lines right above what stands at a span. */
export function commentsAbove(text: string, span: Span): string {
  const lines: string[] = [];
  for (let end = lineStart(text, span.start) - 1; end >= 0; ) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    if (!line.trim().startsWith('//')) break;
    lines.push(line.replace(/\r$/, ''));
    end = start - 1;
  }
  return lines.reverse().join('\n');
}

/** Longer groups are no groups. */
const longestGroup = 30;

/** The `//` comments that begin the group of lines (without a blank one) in which something stands; empty without any. */
export function groupComment(text: string, span: Span): string {
  let first = lineStart(text, span.start);
  for (let lines = 0; first > 0; lines++) {
    if (lines === longestGroup) return '';
    const before = lineStart(text, first - 1);
    const line = text.slice(before, first).trim();
    if (line === '' || line.endsWith('{')) break;
    first = before;
  }
  const comments: string[] = [];
  for (let start = first; start < span.start; start = lineEnd(text, start) + 1) {
    const line = text.slice(start, lineEnd(text, start)).trim();
    if (!line.startsWith('//')) break;
    comments.push(line);
  }
  return comments.join('\n');
}

/** True when a `//` comment of a text holds words. */
export function commentsSay(text: string, words: RegExp): boolean {
  for (const [comment] of text.matchAll(/\/\/.*/g)) if (words.test(comment)) return true;
  return false;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
