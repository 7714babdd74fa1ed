import { character, isLineBreak, lineEnd, skipBlanks, skipLineBreak } from '#core/prisma/characters.ts';
import { findClosingBrace } from '#core/prisma/find-closing-brace.ts';
import type { PrismaDialect } from '#core/prisma/model.ts';
import { type BlockHeader, isKnownHeader, readHeader } from '#core/prisma/read-header.ts';
import { commentEnd, scanMember } from '#core/prisma/scan-comment.ts';
import { type Located, type Span, shiftSpan } from '#core/text/span.ts';

/** Where a block stands. */
export interface BlockExtent {
  readonly header: BlockHeader;
  readonly body: Span;
  /** After the closing brace; for an unclosed block after its last text. */
  readonly closeEnd: number;
  readonly isClosed: boolean;
  /** Where the next block's section begins. */
  readonly end: number;
}

/** A text being cut: `lastCommentEnd` is where its last block comment ends. */
export interface CutText {
  readonly text: string;
  readonly dialect: PrismaDialect;
  readonly lastCommentEnd: number;
}

/** The first block at or after `position`, comments and lines that belong to no block passed over. */
export function findBlock(source: CutText, position: number): BlockExtent | undefined {
  const { text, dialect, lastCommentEnd } = source;
  let index = position;
  while (index < text.length) {
    index = skipBlanks(text, index);
    const afterComment = commentEnd(text, index, lastCommentEnd);
    if (afterComment !== undefined) index = afterComment;
    else if (isLineBreak(text.charCodeAt(index)) || text.charCodeAt(index) === character.byteOrderMark) index++;
    else {
      const header = readHeader(text, index, dialect);
      if (header !== undefined) return extentOf(source, header);
      index = skipLineBreak(text, lineEnd(text, index));
    }
  }
  return undefined;
}

/** The same block counted from a place `offset` units earlier. */
export function shiftExtent(extent: BlockExtent, offset: number): BlockExtent {
  const shiftName = (name: Located<string>): Located<string> => ({ ...name, span: shiftSpan(name.span, offset) });
  const { keyword, name, end } = extent.header;
  return {
    header: { keyword: shiftName(keyword), name: name && shiftName(name), end: end + offset },
    body: shiftSpan(extent.body, offset),
    closeEnd: extent.closeEnd + offset,
    isClosed: extent.isClosed,
    end: extent.end + offset,
  };
}

function extentOf(source: CutText, header: BlockHeader): BlockExtent {
  const { text, dialect } = source;
  const start = bodyStart(source, header);
  const close = dialect === 'prisma7' ? findClosingLine(source, start) : findClosingBrace(text, header);
  if (close.isClosed) {
    const closeEnd = close.position + 1;
    return {
      header,
      body: { start, end: close.position },
      closeEnd,
      isClosed: true,
      end: sectionEnd(source, closeEnd),
    };
  }
  const end = dialect === 'prisma7' && hasBraceOnLine(text, header.end) ? start : close.position;
  const bodyEnd = Math.max(start, header.end + text.slice(header.end, end).trimEnd().length);
  return { header, body: { start, end: bodyEnd }, closeEnd: bodyEnd, isClosed: false, end };
}

/** After the break of the opening line; Prisma 7 ignores what follows the brace on that line, Prisma 8 reads it. */
function bodyStart({ text, dialect }: CutText, header: BlockHeader): number {
  const end = lineEnd(text, header.end);
  const first = skipBlanks(text, header.end);
  const isIgnored = dialect === 'prisma7' || first === end || text.startsWith('//', first);
  return isIgnored ? skipLineBreak(text, end) : header.end;
}

/** Prisma 7: a block ends at the first line that begins with a brace; recovery: before a line that begins a block. */
function findClosingLine({ text, dialect, lastCommentEnd }: CutText, start: number) {
  let index = start;
  while (index < text.length) {
    const line = index;
    index = skipBlanks(text, index);
    const unit = text.charCodeAt(index);
    const afterComment = commentEnd(text, index, lastCommentEnd);
    if (unit === character.closeBrace) return { position: index, isClosed: true };
    if (afterComment !== undefined) index = afterComment;
    else if (isKnownHeader(text, index, dialect)) return { position: line, isClosed: false };
    else index = skipLineBreak(text, scanMember(text, index, lastCommentEnd).end);
  }
  return { position: text.length, isClosed: false };
}

/** `model A { id Int @id }` is no Prisma 7, but says where its author saw the end. */
function hasBraceOnLine(text: string, position: number): boolean {
  return text.slice(position, lineEnd(text, position)).includes('}');
}

/** A section reaches to the end of its last line, unless more than a comment stands there. */
function sectionEnd({ text, lastCommentEnd }: CutText, closeEnd: number): number {
  const end = lineEnd(text, closeEnd);
  const first = skipBlanks(text, closeEnd);
  const comment = commentEnd(text, first, lastCommentEnd);
  const isOver = first === end || (comment !== undefined && comment <= end && skipBlanks(text, comment) === end);
  return isOver ? skipLineBreak(text, end) : closeEnd;
}
