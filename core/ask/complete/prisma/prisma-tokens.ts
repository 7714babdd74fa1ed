import { identifierEnd, isBlank, isLineBreak, lineEnd } from '#core/prisma/characters.ts';
import type { Span } from '#core/text/span.ts';

/** A token of a member, as far as completing needs to know: `word` holds dots and the marks of an attribute. */
export interface PrismaToken {
  readonly kind: 'word' | 'string' | 'mark';
  readonly text: string;
  readonly span: Span;
  /** False for a string whose quote is not closed. */
  readonly isClosed: boolean;
}

/** The tokens between two offsets; undefined where the last offset stands in a comment. */
export function prismaTokens(text: string, start: number, end: number): readonly PrismaToken[] | undefined {
  const tokens: PrismaToken[] = [];
  for (let at = start; at < end; ) {
    const unit = text.charCodeAt(at);
    if (isBlank(unit) || isLineBreak(unit)) at++;
    else if (text.startsWith('//', at)) {
      at = lineEnd(text, at);
      if (at >= end) return undefined;
    } else {
      const token = tokenAt(text, at, end);
      tokens.push(token);
      at = token.span.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, start: number, end: number): PrismaToken {
  if (text[start] === '"') {
    const close = stringEnd(text, start, end);
    const isClosed = close <= end && close > start + 1 && text[close - 1] === '"';
    return { kind: 'string', text: text.slice(start, close), span: { start, end: close }, isClosed };
  }
  const last = Math.min(wordEnd(text, start), end);
  if (last > start) return { kind: 'word', text: text.slice(start, last), span: { start, end: last }, isClosed: true };
  return { kind: 'mark', text: text.slice(start, start + 1), span: { start, end: start + 1 }, isClosed: true };
}

/** After the closing quote, or where the line or the stretch ends. */
function stringEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    if (text[at] === '"') return at + 1;
    if (isLineBreak(text.charCodeAt(at))) return at;
    if (text[at] === '\\') at++;
  }
  return end;
}

/** The end of `name`, `a.b`, `@id` or `@@index` that begins at a place; the place itself where none does. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  while (text[at] === '@') at++;
  for (;;) {
    at = identifierEnd(text, at) ?? at;
    if (text[at] !== '.') return at;
    at++;
  }
}
