import { character, lineEnd } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';

const deepest = 100;

/** Reads something with brackets; fails where they nest deeper than any schema. */
export function nested<T>(cursor: Cursor, parse: (cursor: Cursor) => T): T {
  cursor.depth++;
  if (cursor.depth > deepest) cursor.failHere('too-deep', `Brackets nest deeper than ${deepest} levels; write fewer.`);
  const result = parse(cursor);
  cursor.depth--;
  return result;
}

/** Reads items parted by commas, from the opening bracket to the closing one. */
export function parseItems(cursor: Cursor, close: number, parseItem: () => void): void {
  const open = cursor.position;
  readItems(cursor, close, parseItem);
  if (cursor.hasSeveralLines && !cursor.hasFailed) reportLines(cursor, open, close);
}

function readItems(cursor: Cursor, close: number, parseItem: () => void): void {
  const open = cursor.position;
  cursor.position++;
  cursor.skipBlanks();
  if (cursor.take(close)) return;
  if (cursor.unit < 0) failUnclosed(cursor, open, close);
  if (isLoneComma(cursor, close)) {
    const comma = cursor.position;
    cursor.position++;
    if (endAfterComma(cursor, comma, close)) return;
  }
  let separator: number;
  do {
    if (!cursor.hasFailed) parseItem();
    if (cursor.hasFailed) return;
    cursor.skipBlanks();
    if (cursor.take(close)) return;
    separator = cursor.position;
    if (!cursor.take(character.comma)) {
      failUnclosed(cursor, open, close);
      return;
    }
  } while (!endAfterComma(cursor, separator, close));
}

/** True for `(,)` where Prisma 7 calls that comma a trailing one. */
function isLoneComma(cursor: Cursor, close: number): boolean {
  if (cursor.unit !== character.comma || close !== character.closeParenthesis) return false;
  const isLooked = cursor.dialect === 'prisma7' && !cursor.isSetting && cursor.listDepth === 0;
  return isLooked && /^,[ \t]*\)/.test(cursor.text.slice(cursor.position, cursor.position + 80));
}

/** Steps over the closing bracket after a comma, which Prisma 7 allows nowhere. */
function endAfterComma(cursor: Cursor, comma: number, close: number): boolean {
  cursor.skipBlanks();
  if (!cursor.take(close)) return false;
  // In calls, Prisma looks for it neither within a list (`[id(sort: Desc,)]`) nor in a setting.
  const isOverlooked = close === character.closeParenthesis && (cursor.isSetting || cursor.listDepth > 0);
  // The lines are what has to be mended first.
  if (cursor.hasSeveralLines && lineEnd(cursor.text, comma) < cursor.position) return true;
  if (cursor.dialect === 'prisma7' && !isOverlooked) {
    const span = { start: comma, end: comma + 1 };
    cursor.report(
      'trailing-comma',
      span,
      `No comma may stand before the closing bracket; remove the one${cursor.behind(comma)}.`,
    );
  }
  return true;
}

function reportLines(cursor: Cursor, open: number, close: number): void {
  if (lineEnd(cursor.text, open) >= cursor.position) return;
  const [opening, mark] = [cursor.text.charAt(open), String.fromCharCode(close)];
  const message = `\`${opening}\`${cursor.behind(open)} is not closed on its line, where Prisma 7 needs it; write all up to its \`${mark}\` on one line.`;
  cursor.report('several-lines', { start: open, end: open + 1 }, message);
}

function failUnclosed(cursor: Cursor, open: number, close: number): void {
  const mark = String.fromCharCode(close);
  if (cursor.unit >= 0)
    cursor.failHere('unexpected-text', (quote) => `Expected a comma or \`${mark}\` in place of ${quote}.`);
  const opening = cursor.text.charAt(open);
  const place = cursor.dialect === 'prisma7' ? 'on its line, where Prisma 7 needs it' : 'in its block';
  const message = `\`${opening}\`${cursor.behind(open)} is not closed ${place}; add \`${mark}\`.`;
  cursor.fail('unclosed-bracket', { start: open, end: open + 1 }, message);
}
