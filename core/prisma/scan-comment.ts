import { character, isLineBreak, lineEnd } from '#core/prisma/characters.ts';

/**
 * The end of the comment that starts at `position`: before the line break for `//`, after the closing mark for a block
 * comment. Undefined when none starts there or a block comment is never closed. `lastCommentEnd` is where the last block
 * comment of the text ends.
 */
export function commentEnd(text: string, position: number, lastCommentEnd: number): number | undefined {
  if (text.charCodeAt(position) !== character.slash) return undefined;
  const next = text.charCodeAt(position + 1);
  if (next === character.slash) return lineEnd(text, position);
  if (next !== character.asterisk || position + 4 > lastCommentEnd) return undefined;
  const end = text.indexOf('*/', position + 2);
  return end < 0 ? undefined : end + 2;
}

/** Where a member of a Prisma 7 block ends. */
export interface MemberExtent {
  /** Before the trailing comment, or the line break. */
  readonly contentEnd: number;
  /** After the trailing comment; `contentEnd` when there is none. */
  readonly commentEnd: number;
  /** Before the line break that ends the member. */
  readonly end: number;
}

/** Finds the end of the line that starts at `position`, its trailing comment set apart; `//` in a string is no comment. */
export function scanMember(text: string, position: number, lastCommentEnd: number): MemberExtent {
  let index = position;
  for (; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isLineBreak(unit)) break;
    if (unit === character.doubleQuote) index = skipString(text, index);
    else if (unit === character.slash) {
      const end = commentEnd(text, index, lastCommentEnd);
      if (end !== undefined) return { contentEnd: index, commentEnd: end, end: lineEnd(text, end) };
    }
  }
  return { contentEnd: index, commentEnd: index, end: index };
}

/** The offset of the closing quote; of the last unit of the line when there is none. */
function skipString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === character.doubleQuote) return index;
    if (isLineBreak(unit)) return index - 1;
    if (unit === character.backslash && !isLineBreak(text.charCodeAt(index + 1))) index++;
  }
  return text.length;
}
