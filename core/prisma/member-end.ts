import { character, isLineBreak, lineEnd } from '#core/prisma/characters.ts';

/** So far a closing bracket is looked for. */
const mostBreaks = 200;

/**
 * Where a member ends whose brackets go on over several lines: before the break of the line they are closed on. Undefined where
 * they are closed nowhere before `limit`, or other ones are.
 */
export function bracketedEnd(text: string, start: number, limit: number): number | undefined {
  const closers: number[] = [];
  let breaks = 0;
  for (let index = start; index < limit; index++) {
    const unit = text.charCodeAt(index);
    if (isLineBreak(unit)) {
      if (closers.length === 0) return index;
      if (++breaks > mostBreaks) return undefined;
    } else if (unit === character.doubleQuote) {
      const end = endOfString(text, index);
      if (end === undefined) return undefined;
      index = end;
    } else if (unit === character.slash && text.charCodeAt(index + 1) === character.slash) {
      index = lineEnd(text, index) - 1;
    } else if (unit === character.openParenthesis) closers.push(character.closeParenthesis);
    else if (unit === character.openBracket) closers.push(character.closeBracket);
    else if (unit === character.closeParenthesis || unit === character.closeBracket) {
      if (closers.pop() !== unit) return undefined;
    }
  }
  return closers.length === 0 ? limit : undefined;
}

/** The offset of the closing quote; undefined when there is none on the line. */
function endOfString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === character.doubleQuote) return index;
    if (isLineBreak(unit)) return undefined;
    if (unit === character.backslash && !isLineBreak(text.charCodeAt(index + 1))) index++;
  }
  return undefined;
}
