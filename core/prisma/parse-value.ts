import { character, isDigit } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaArgument, PrismaValue } from '#core/prisma/model.ts';
import { nested, parseItems } from '#core/prisma/parse-items.ts';
import { parseString, parseTemplate } from '#core/prisma/parse-string.ts';

type ObjectEntries = Extract<PrismaValue, { readonly kind: 'object' }>['entries'];

const prisma7Number = /-?[0-9]+(?:\.[0-9]+)?/y;
const prisma8Number = /-?[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][-+]?[0-9]+)?/y;

/** Reads a value; undefined when none stands here, and then the cursor has failed. */
export function parseValue(cursor: Cursor): PrismaValue | undefined {
  const unit = cursor.unit;
  if (unit === character.doubleQuote) return parseString(cursor);
  if (unit === character.openBracket) return nested(cursor, parseList);
  if (unit === character.openBrace) return nested(cursor, parseObject);
  if (cursor.dialect === 'prisma8' && unit === character.singleQuote) return parseString(cursor);
  if (cursor.dialect === 'prisma8' && unit === character.backtick) return parseTemplate(cursor);
  return parsePathOrCall(cursor) ?? parseNumber(cursor) ?? failWithoutValue(cursor);
}

/** Reads `(a, name: b)`, which starts at the cursor. What was read before a failure is kept. */
export function parseArguments(cursor: Cursor): readonly PrismaArgument[] {
  return nested(cursor, (inner) => {
    const args: PrismaArgument[] = [];
    parseItems(inner, character.closeParenthesis, () => {
      const argument = parseArgument(inner);
      if (argument !== undefined) args.push(argument);
    });
    return args;
  });
}

function parseArgument(cursor: Cursor): PrismaArgument | undefined {
  const start = cursor.position;
  const name = cursor.readIdentifier();
  cursor.skipBlanks();
  if (name === undefined || !cursor.take(character.colon)) {
    cursor.position = start;
    const value = parseValue(cursor);
    return value && { name: undefined, value, span: value.span };
  }
  cursor.skipBlanks();
  if (cursor.unit === character.comma || cursor.unit === character.closeParenthesis) {
    const message = `Argument “${name.value}” has no value; write one after the colon.`;
    if (!cursor.isSetting) cursor.report('missing-value', name.span, message);
    return undefined;
  }
  const value = parseValue(cursor);
  return value && { name, value, span: { start, end: value.span.end } };
}

function parseList(cursor: Cursor): PrismaValue {
  const start = cursor.position;
  const items: PrismaValue[] = [];
  cursor.listDepth++;
  parseItems(cursor, character.closeBracket, () => {
    const value = parseValue(cursor);
    if (value !== undefined) items.push(value);
  });
  cursor.listDepth--;
  return { kind: 'list', span: cursor.spanFrom(start), items };
}

function parseObject(cursor: Cursor): PrismaValue {
  const start = cursor.position;
  const entries: ObjectEntries[number][] = [];
  parseItems(cursor, character.closeBrace, () => {
    const entry = parseEntry(cursor);
    if (entry !== undefined) entries.push(entry);
  });
  return { kind: 'object', span: cursor.spanFrom(start), entries };
}

function parseEntry(cursor: Cursor): ObjectEntries[number] | undefined {
  const key = readKey(cursor);
  cursor.skipBlanks();
  if (key === undefined || !cursor.take(character.colon)) {
    cursor.failHere(
      'invalid-value',
      (quote) => `Expected a name and a colon, as in \`{ name: 1 }\`, in place of ${quote}.`,
    );
    return undefined;
  }
  cursor.skipBlanks();
  const value = parseValue(cursor);
  return value && { key, value };
}

/** In Prisma 8 a key may be quoted. */
function readKey(cursor: Cursor) {
  const isQuoted = cursor.unit === character.doubleQuote || cursor.unit === character.singleQuote;
  if (cursor.dialect === 'prisma7' || !isQuoted) return cursor.readIdentifier();
  const { value, span } = parseString(cursor);
  return { value, span };
}

/** A path, a call, or in Prisma 8 a tagged template (``sql`now()` ``), which counts as a call with one text. */
function parsePathOrCall(cursor: Cursor): PrismaValue | undefined {
  const path = cursor.readPath();
  if (path === undefined) return undefined;
  if (cursor.dialect === 'prisma8' && cursor.unit === character.backtick) {
    const value = parseTemplate(cursor);
    const args = [{ name: undefined, value, span: value.span }];
    return { kind: 'call', span: cursor.spanFrom(path.span.start), name: path.value, args };
  }
  cursor.skipBlanks();
  if (cursor.unit === character.openParenthesis) {
    const args = parseArguments(cursor);
    return { kind: 'call', span: cursor.spanFrom(path.span.start), name: path.value, args };
  }
  const isNumber = isDigit(path.value.charCodeAt(0));
  cursor.position = isNumber ? path.span.start : path.span.end;
  return isNumber ? undefined : { kind: 'path', ...path };
}

function parseNumber(cursor: Cursor): PrismaValue | undefined {
  const number = cursor.dialect === 'prisma7' ? prisma7Number : prisma8Number;
  number.lastIndex = cursor.position;
  const start = cursor.position;
  if (start >= cursor.limit || !number.test(cursor.text)) return undefined;
  cursor.position = number.lastIndex;
  return { kind: 'number', ...cursor.located(start) };
}

function failWithoutValue(cursor: Cursor): undefined {
  if (cursor.unit < 0) {
    const span = { start: Math.max(0, cursor.position - 1), end: cursor.position };
    cursor.fail('missing-value', span, `A value is missing${cursor.behind()}.`);
  } else if (cursor.unit === character.singleQuote) {
    cursor.failHere(
      'single-quotes',
      (quote) => `Texts stand between double quotes; replace the single ones of ${quote}.`,
    );
  } else
    cursor.failHere(
      'invalid-value',
      (quote) => `Expected a value (a name, a number, a "text", a [list] or a call) in place of ${quote}.`,
    );
  return undefined;
}
