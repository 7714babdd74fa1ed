import { character, isBlank, isLineBreak, skipBlanks, skipLineBreak } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import { commentEnd } from '#core/prisma/scan-comment.ts';

/** The comments before a block or a member. */
export interface LeadingComments {
  /** What the last run of comments documents: the text of its `///` and block comments; empty when it has none. */
  readonly documentation: string;
  /** True when a blank line parts the comments from what follows. */
  readonly isDetached: boolean;
}

/** Steps over blank lines and comments, up to the next thing. A blank line begins a new run of comments. */
export function readComments(cursor: Cursor): LeadingComments {
  const { text } = cursor;
  let lines: string[] = [];
  let isDetached = true;
  let hasContent = cursor.position > 0 && !isLineBreak(text.charCodeAt(cursor.position - 1));
  while (cursor.position < cursor.limit) {
    const unit = cursor.unit;
    if (isBlank(unit) || unit === character.byteOrderMark) cursor.position++;
    else if (isLineBreak(unit)) {
      cursor.position = skipLineBreak(text, cursor.position);
      isDetached = !hasContent;
      hasContent = false;
    } else {
      const end = commentEnd(text, cursor.position, cursor.lastCommentEnd);
      if (end === undefined || end > cursor.limit) break;
      if (isDetached && !hasContent) lines = [];
      for (const line of takeComment(cursor, end)) lines.push(line);
      hasContent = true;
      isDetached = false;
    }
  }
  return { documentation: lines.join('\n'), isDetached };
}

/** Reads the comment that follows a member on its line. */
export function readTrailingComment(cursor: Cursor): readonly string[] {
  const start = skipBlanks(cursor.text, cursor.position);
  const end = commentEnd(cursor.text, start, cursor.lastCommentEnd);
  if (end === undefined || end > cursor.limit) return [];
  cursor.position = start;
  return takeComment(cursor, end);
}

/** What the comment up to `end` documents: one text for `///` and a block comment, none for `//`. */
function takeComment(cursor: Cursor, end: number): readonly string[] {
  const { text, position } = cursor;
  cursor.position = end;
  if (text.charCodeAt(position + 1) === character.asterisk) {
    if (cursor.dialect === 'prisma8') {
      const message = 'Prisma 8 has no block comments (`/* */`); write `//` before each line.';
      cursor.report('block-comment', { start: position, end }, message);
    }
    return [text.slice(position + 2, end - 2).trim()];
  }
  return text.charCodeAt(position + 2) === character.slash ? [text.slice(position + 3, end).trim()] : [];
}
