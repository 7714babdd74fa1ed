import { character } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import { parseString } from '#core/prisma/parse-string.ts';
import { parseArguments } from '#core/prisma/parse-value.ts';
import { quoted } from '#core/text/quoted.ts';
import type { Located } from '#core/text/span.ts';

/** The type of a field, without `[]` and `?`. */
export interface FieldType {
  readonly base: Located<string>;
  readonly isList: boolean;
  readonly isOptional: boolean;
}

const unsupported = 'Unsupported(';

/** Reads `String`, `Post[]`, `Int?`, `Unsupported("circle")`; undefined when no type stands here. */
export function parseType(cursor: Cursor): FieldType | undefined {
  const start = cursor.position;
  const isWrapped = cursor.dialect === 'prisma7' && cursor.take(character.openBracket);
  const base = parseBase(cursor);
  if (base === undefined) {
    cursor.position = start;
    return undefined;
  }
  if (isWrapped) return endWrappedList(cursor, base, start);
  const isList = takeSuffix(cursor, '[]');
  const isOptional = takeSuffix(cursor, '?');
  if (cursor.dialect === 'prisma7') checkSuffix(cursor, start, isList, isOptional);
  return { base, isList, isOptional };
}

function parseBase(cursor: Cursor): Located<string> | undefined {
  const start = cursor.position;
  if (cursor.text.startsWith(unsupported, start)) return parseUnsupported(cursor);
  const name = cursor.dialect === 'prisma7' ? cursor.readIdentifier() : readQualifiedName(cursor);
  if (name === undefined || cursor.dialect === 'prisma7') return name;
  if (cursor.unit === character.openParenthesis) parseArguments(cursor);
  return cursor.located(start);
}

function parseUnsupported(cursor: Cursor): Located<string> {
  const start = cursor.position;
  cursor.position += unsupported.length;
  cursor.skipBlanks();
  if (cursor.unit === character.doubleQuote) parseString(cursor);
  else
    cursor.failHere(
      'invalid-type',
      (quote) => `Name the database type as a text, \`Unsupported("circle")\`, in place of ${quote}.`,
    );
  cursor.skipBlanks();
  if (!cursor.hasFailed && !cursor.take(character.closeParenthesis)) {
    const span = { start, end: start + unsupported.length };
    cursor.fail(
      'unclosed-bracket',
      span,
      `\`Unsupported(\`${cursor.behind(start)} is not closed; add \`)\` after the text.`,
    );
  }
  return cursor.located(start);
}

/** Prisma 8: `Vector`, `pgvector.Vector`, `space:ns.Name`. */
function readQualifiedName(cursor: Cursor): Located<string> | undefined {
  const start = cursor.position;
  if (cursor.readPath() === undefined) return undefined;
  while (cursor.take(character.colon)) cursor.readPath();
  return cursor.located(start);
}

function takeSuffix(cursor: Cursor, suffix: string): boolean {
  const start = cursor.position;
  cursor.skipBlanks();
  const isThere = cursor.text.startsWith(suffix, cursor.position) && cursor.position < cursor.limit;
  cursor.position = isThere ? cursor.position + suffix.length : start;
  return isThere;
}

/** The forms of Prisma 1 that Prisma still reads in order to refuse them. */
function checkSuffix(cursor: Cursor, start: number, isList: boolean, isOptional: boolean): void {
  if (isList && isOptional) {
    cursor.report(
      'optional-list',
      cursor.spanFrom(start),
      `A list cannot be optional; write \`[]\` or \`?\`, not both as in ${quoted(cursor.text, cursor.spanFrom(start))}.`,
    );
  } else if (!isList && !isOptional && takeSuffix(cursor, '!')) {
    cursor.report(
      'legacy-required',
      cursor.spanFrom(start),
      `Fields are required without a mark; remove the \`!\` of ${quoted(cursor.text, cursor.spanFrom(start))}.`,
    );
  }
}

function endWrappedList(cursor: Cursor, base: Located<string>, start: number): FieldType {
  cursor.skipBlanks();
  if (cursor.take(character.closeBracket)) {
    const message = `A list is written with brackets behind its type: \`${base.value}[]\`.`;
    cursor.report('legacy-list', cursor.spanFrom(start), message);
  } else
    cursor.fail(
      'unclosed-bracket',
      { start, end: start + 1 },
      `\`[\`${cursor.behind(start)} is not closed on its line; write \`${base.value}[]\`.`,
    );
  return { base, isList: true, isOptional: false };
}
