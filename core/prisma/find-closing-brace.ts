import { character, isLineBreak, lineEnd } from '#core/prisma/characters.ts';
import { type BlockHeader, isKnownHeader } from '#core/prisma/read-header.ts';

/**
 * Prisma 8: the brace that closes a block, by counting. Recovery for every block but `namespace`, whose lines may begin
 * like that: a brace in column 0 closes, and a line that begins a block ends an unclosed one.
 */
export function findClosingBrace(text: string, header: BlockHeader): { position: number; isClosed: boolean } {
  const isNamespace = header.keyword.value === 'namespace';
  let depth = 1;
  for (let index = header.end; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (isLineBreak(unit)) {
      if (isNamespace) continue;
      if (isKnownHeader(text, index + 1, 'prisma8')) return { position: index + 1, isClosed: false };
      if (text.charCodeAt(index + 1) === character.closeBrace) return { position: index + 1, isClosed: true };
    } else if (unit === character.openBrace) depth++;
    else if (unit === character.closeBrace) {
      depth--;
      if (depth === 0) return { position: index, isClosed: true };
    } else index = skipQuotedOrComment(text, index, unit);
  }
  return { position: text.length, isClosed: false };
}

/** The last unit of the string, template or line comment that begins at `index`; `index` when none does. */
function skipQuotedOrComment(text: string, index: number, unit: number): number {
  if (unit === character.slash && text.charCodeAt(index + 1) === character.slash) return lineEnd(text, index) - 1;
  if (unit === character.backtick) return skipTemplate(text, index);
  if (unit !== character.doubleQuote && unit !== character.singleQuote) return index;
  for (let end = index + 1; end < text.length; end++) {
    const next = text.charCodeAt(end);
    if (next === unit) return end;
    if (isLineBreak(next)) return end - 1;
    if (next === character.backslash && !isLineBreak(text.charCodeAt(end + 1))) end++;
  }
  return text.length;
}

/** A template may hold line breaks; without a closing mark it ends with its line. */
function skipTemplate(text: string, start: number): number {
  const end = text.indexOf('`', start + 1);
  return end < 0 ? lineEnd(text, start) - 1 : end;
}
