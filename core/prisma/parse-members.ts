import { character, isLineBreak, lineEnd } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import { bracketedEnd } from '#core/prisma/member-end.ts';
import { readComments, readTrailingComment } from '#core/prisma/read-comments.ts';
import { type MemberExtent, scanMember } from '#core/prisma/scan-comment.ts';
import type { Span } from '#core/text/span.ts';

/** A member just read. Its documentation is filled in once the comment on its line is read too. */
export interface Documented {
  documentation: string;
}

/** Reads one member at the cursor; the result is what its comments document. */
export type ParseMember = () => Documented | undefined;

/**
 * Reads the members of a block one by one. A member that cannot be read costs its line, never the next one. In Prisma 7
 * a member is a line; in Prisma 8 it ends where the next one begins.
 */
export function parseMembers(cursor: Cursor, body: Span, parseMember: ParseMember): void {
  cursor.position = body.start;
  for (;;) {
    cursor.limit = body.end;
    const { documentation } = readComments(cursor);
    if (cursor.position >= body.end) return;
    cursor.hasFailed = false;
    cursor.depth = 0;
    cursor.listDepth = 0;
    if (cursor.dialect === 'prisma7') parseLine(cursor, body, parseMember, documentation);
    else parseFreely(cursor, parseMember, documentation);
  }
}

function parseLine(cursor: Cursor, body: Span, parseMember: ParseMember, documentation: string): void {
  const extent = extentOf(cursor, body);
  cursor.limit = Math.min(extent.contentEnd, body.end);
  const member = parseMember();
  cursor.skipBlanks();
  if (cursor.unit >= 0)
    cursor.failHere('unexpected-text', (quote) => `Nothing more is expected on this line; remove ${quote}.`);
  cursor.hasSeveralLines = false;
  cursor.position = cursor.limit;
  cursor.limit = Math.min(extent.end, body.end);
  const trailing = readTrailingComment(cursor);
  cursor.skipBlanks();
  if (cursor.unit >= 0)
    cursor.failHere('unexpected-text', (quote) => `Nothing may follow the comment; put ${quote} on the next line.`);
  cursor.position = cursor.limit;
  if (member !== undefined) member.documentation = join(documentation, trailing);
}

/** The line of a member, or the last of its lines where its brackets go on over several. */
function extentOf(cursor: Cursor, body: Span): MemberExtent {
  const { text, position, lastCommentEnd } = cursor;
  const line = scanMember(text, position, lastCommentEnd);
  const end = bracketedEnd(text, position, body.end);
  cursor.hasSeveralLines = end !== undefined && end > line.end;
  if (end === undefined || end <= line.end) return line;
  let lastLine = end;
  while (lastLine > position && !isLineBreak(text.charCodeAt(lastLine - 1))) lastLine--;
  return scanMember(text, lastLine, lastCommentEnd);
}

/** A member must move on, or the rest of its line is given up. */
function parseFreely(cursor: Cursor, parseMember: ParseMember, documentation: string): void {
  const start = cursor.position;
  const member = parseMember();
  if (cursor.hasFailed || cursor.position === start) {
    cursor.position = Math.min(lineEnd(cursor.text, cursor.position), cursor.limit);
    if (cursor.position === start) cursor.position++;
  }
  const trailing = isCommentNext(cursor) ? readTrailingComment(cursor) : [];
  if (member !== undefined) member.documentation = join(documentation, trailing);
}

function isCommentNext({ text, position, limit }: Cursor): boolean {
  let index = position;
  while (index < limit && text.charCodeAt(index) !== character.slash && !isLineBreak(text.charCodeAt(index))) index++;
  return text.slice(position, index).trim() === '' && text.startsWith('//', index);
}

function join(documentation: string, trailing: readonly string[]): string {
  return documentation === '' ? trailing.join('\n') : [documentation, ...trailing].join('\n');
}
