import { character, isLineBreak } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaValue } from '#core/prisma/model.ts';
import { quoted } from '#core/text/quoted.ts';

type StringValue = Extract<PrismaValue, { readonly kind: 'string' }>;

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads a quoted string, decoded like a JSON string (RFC 8259 §7); it ends with its line at the latest. */
export function parseString(cursor: Cursor): StringValue {
  const start = cursor.position;
  const quote = cursor.unit;
  const end = closingQuote(cursor, quote);
  const inner = cursor.text.slice(start + 1, end);
  cursor.position = end;
  if (!cursor.take(quote)) {
    failUnclosed(cursor, start);
    return { kind: 'string', span: cursor.spanFrom(start), value: inner };
  }
  const value = inner.includes('\\') ? decode(cursor, start + 1, inner) : inner;
  return { kind: 'string', span: cursor.spanFrom(start), value };
}

/** Reads a text between backticks, as it is; it may hold line breaks. */
export function parseTemplate(cursor: Cursor): StringValue {
  const start = cursor.position;
  const end = cursor.text.indexOf('`', start + 1);
  const isClosed = end >= 0 && end < cursor.limit;
  cursor.position = isClosed ? end + 1 : cursor.position + 1;
  if (!isClosed)
    cursor.failHere('unclosed-string', (quote) => `The text ${quote} is never closed; add a backtick where it ends.`);
  return { kind: 'string', span: cursor.spanFrom(start), value: isClosed ? cursor.text.slice(start + 1, end) : '' };
}

/** The offset of the closing quote, or of what keeps the text from being closed: the line's end, a control character. */
function closingQuote(cursor: Cursor, quote: number): number {
  const { text, limit, dialect } = cursor;
  for (let index = cursor.position + 1; index < limit; index++) {
    const unit = text.charCodeAt(index);
    if (unit === quote || isLineBreak(unit) || (unit < 32 && dialect === 'prisma7')) return index;
    if (unit === character.backslash && index + 1 < limit && !isLineBreak(text.charCodeAt(index + 1))) index++;
  }
  return limit;
}

function failUnclosed(cursor: Cursor, start: number): void {
  const span = cursor.spanFrom(start);
  if (cursor.unit >= 0 && !isLineBreak(cursor.unit)) {
    cursor.failHere(
      'invalid-character',
      `A text holds no tab and no control character; write the one${cursor.behind()} as an escape (\`\\t\`).`,
    );
  } else
    cursor.fail(
      'unclosed-string',
      span,
      `The text ${quoted(cursor.text, span)} is not closed on its line; add the closing quote.`,
    );
}

const escapeSequence = /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)/gs;

function decode(cursor: Cursor, offset: number, inner: string): string {
  return inner.replace(escapeSequence, (sequence, index: number) => {
    const decoded = sequence.length > 2 ? decodeUnits(sequence) : decodeShort(cursor, sequence);
    if (decoded !== undefined) return decoded;
    const span = { start: offset + index, end: offset + index + sequence.length };
    cursor.report('invalid-escape', span, `\`${sequence}\` is no escape sequence; write \`\\\\\` for a backslash.`);
    return '';
  });
}

function decodeShort(cursor: Cursor, sequence: string): string | undefined {
  const letter = sequence.charAt(1);
  return cursor.dialect === 'prisma8' && letter === "'" ? letter : escapes.get(letter);
}

/** One UTF-16 unit or a surrogate pair; undefined for half a pair. */
function decodeUnits(sequence: string): string | undefined {
  const units = sequence
    .split('\\u')
    .slice(1)
    .map((digits) => Number.parseInt(digits, 16));
  const [unit = 0] = units;
  const isHalf = units.length === 1 && unit >= 0xd800 && unit < 0xe000;
  return isHalf ? undefined : units.map((each) => String.fromCharCode(each)).join('');
}
