import { nothingBehind, type PrismaRest, restOf } from '#core/ask/complete/prisma/prisma-rest.ts';
import { type PrismaToken, prismaTokens, wordEnd } from '#core/ask/complete/prisma/prisma-tokens.ts';
import { isBlank, isLineBreak, lineEnd, skipBlanks } from '#core/prisma/characters.ts';
import { bracketedEnd } from '#core/prisma/member-end.ts';
import type { PrismaDialect } from '#core/prisma/model.ts';
import { type BlockHeader, isBlockKeyword, readHeader } from '#core/prisma/read-header.ts';
import type { Span } from '#core/text/span.ts';

/** Where somebody writes in a Prisma schema. */
export interface PrismaSpot {
  /** The block around; undefined between blocks. */
  readonly block: PrismaBlockSpot | undefined;
  /** The namespace of Prisma 8 around; empty for none. */
  readonly namespace: string;
  /** What is written there up to now, and goes on behind the cursor; within its quotes. */
  readonly word: Span;
  /** True in a string. */
  readonly isQuoted: boolean;
  /** The tokens of the same member that stand before the word. */
  readonly before: readonly PrismaToken[];
  /** False for a string whose quote is not closed. */
  readonly isClosed: boolean;
  /** The first unit behind the word that is no blank; empty at the end of a line. */
  readonly next: string;
  readonly behind: PrismaRest;
}

interface PrismaBlockSpot {
  readonly keyword: string;
  /** From the keyword to the closing brace, or to where the block is given up. */
  readonly span: Span;
}

/** Undefined in a comment, and in the line that opens a block, behind its keyword. */
export function prismaSpot(text: string, offset: number, dialect: PrismaDialect): PrismaSpot | undefined {
  const lineStart = startOfLine(text, offset);
  const own = headerAt(text, lineStart, dialect);
  if (own !== undefined && offset > own.keyword.span.end) return undefined;
  const header = own === undefined ? headerAbove(text, lineStart, dialect) : undefined;
  const block = header && blockOf(text, header, dialect);
  const start =
    block === undefined ? lineStart : memberStart(text, lineEnd(text, block.header.end), offset, block.span.end);
  const tokens = prismaTokens(text, start, offset);
  if (tokens === undefined) return undefined;
  const last = tokens.at(-1);
  const isQuoted = last?.kind === 'string' && !last.isClosed;
  const isWord = isQuoted || (last?.kind === 'word' && last.span.end === offset);
  const wordStart = isQuoted ? last.span.start + 1 : isWord ? last.span.start : offset;
  const quote = isQuoted ? closingQuote(text, offset) : undefined;
  const ownEnd = isWord ? Math.max(offset, wordEnd(text, isQuoted ? offset : wordStart)) : offset;
  const wordStop = quote ?? ownEnd;
  const word = { start: wordStart, end: wordStop };
  const next = text.charAt(skipBlanks(text, word.end));
  return {
    block: block && { keyword: block.header.keyword.value, span: block.span },
    namespace: dialect === 'prisma8' ? namespaceAbove(text, lineStart) : '',
    word,
    isQuoted,
    before: isWord ? tokens.slice(0, -1) : tokens,
    isClosed: !isQuoted || quote !== undefined,
    behind: isQuoted ? nothingBehind : restOf(text, word.end, block?.span.end ?? word.end),
    next: isLineBreak(next.charCodeAt(0)) ? '' : next,
  };
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The quote that closes a string; behind a bracket or a comma it opens another one. */
function closingQuote(text: string, offset: number): number | undefined {
  const end = lineEnd(text, offset);
  const quote = text.indexOf('"', offset);
  return quote >= 0 && quote < end && !/[,[\]()]/.test(text.slice(offset, quote)) ? quote : undefined;
}

function headerAt(text: string, lineStart: number, dialect: PrismaDialect): BlockHeader | undefined {
  const header = readHeader(text, skipBlanks(text, lineStart), dialect);
  if (header === undefined || header.end > lineEnd(text, lineStart)) return undefined;
  return isBlockKeyword(header.keyword.value) ? header : undefined;
}

/** The line that opens the block around a line: nothing between them closes it. */
function headerAbove(text: string, lineStart: number, dialect: PrismaDialect): BlockHeader | undefined {
  for (let start = lineStart; start > 0; ) {
    start = startOfLine(text, start - 1);
    if (text.charAt(skipBlanks(text, start)) === '}') return undefined;
    const header = headerAt(text, start, dialect);
    if (header !== undefined) return header;
  }
  return undefined;
}

/** The namespace that is opened above and not closed since: what it holds is indented, or its own brace would close it. */
function namespaceAbove(text: string, lineStart: number): string {
  for (let start = lineStart; start > 0; ) {
    start = startOfLine(text, start - 1);
    if (text.charAt(start) === '}') return '';
    const header = readHeader(text, skipBlanks(text, start), 'prisma8');
    if (header?.keyword.value === 'namespace') return header.name?.value ?? '';
  }
  return '';
}

function blockOf(text: string, header: BlockHeader, dialect: PrismaDialect) {
  let at = lineEnd(text, header.end);
  while (at < text.length) {
    const start = at + 1;
    const first = skipBlanks(text, start);
    if (text.charAt(first) === '}') return { header, span: { start: header.keyword.span.start, end: first + 1 } };
    if (headerAt(text, start, dialect) !== undefined) break;
    at = lineEnd(text, start);
  }
  return { header, span: { start: header.keyword.span.start, end: at } };
}

/** Where the member begins that an offset stands in: mostly its line, else the line where its brackets are opened. */
function memberStart(text: string, from: number, offset: number, limit: number): number {
  let at = from;
  for (;;) {
    const start = skipSpace(text, at);
    if (start >= offset) return offset;
    const line = lineEnd(text, start);
    const end = Math.max(line, bracketedEnd(text, start, limit) ?? line);
    if (offset <= end) return start;
    at = end;
  }
}

function skipSpace(text: string, position: number): number {
  let at = position;
  while (isBlank(text.charCodeAt(at)) || isLineBreak(text.charCodeAt(at))) at++;
  return at;
}
