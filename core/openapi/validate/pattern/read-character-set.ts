import {
  type CharacterSet,
  type CodeRange,
  classEscapes,
  holdsCode,
  oneCode,
} from '#core/openapi/validate/pattern/character-set.ts';
import { type PatternCursor, PatternNotRead } from '#core/openapi/validate/pattern/pattern-cursor.ts';
import { unicodeProperty } from '#core/openapi/validate/pattern/unicode-properties.ts';

/** The class that begins at the cursor, past its `[`. */
export function readClass(cursor: PatternCursor): CharacterSet {
  const isNegated = cursor.take('^');
  const ranges: CodeRange[] = [];
  const others: ((code: number) => boolean)[] = [];
  while (!cursor.take(']')) {
    const first = readClassAtom(cursor);
    const last = cursor.peek() === '-' && cursor.peek(1) !== ']' ? readRangeEnd(cursor) : first;
    if (typeof first === 'number' && typeof last === 'number' && first <= last) ranges.push([first, last]);
    else if (first !== last || typeof first === 'number') throw new PatternNotRead();
    else if (first.isNegated || first.others.length > 0) others.push((code) => holdsCode(first, code));
    else ranges.push(...first.ranges);
  }
  return { ranges, others, isNegated };
}

/** The characters an escape stands for, past its backslash. */
export function readSetEscape(cursor: PatternCursor): CharacterSet {
  const letter = cursor.next();
  return namedSet(letter, cursor) ?? oneCode(readCodeEscape(letter, cursor));
}

function readRangeEnd(cursor: PatternCursor): number | CharacterSet {
  cursor.next();
  return readClassAtom(cursor);
}

function readClassAtom(cursor: PatternCursor): number | CharacterSet {
  const character = cursor.next();
  if (character !== '\\') return codeOf(character);
  const letter = cursor.next();
  if (letter === 'b') return 8;
  return namedSet(letter, cursor) ?? readCodeEscape(letter, cursor);
}

function namedSet(letter: string, cursor: PatternCursor): CharacterSet | undefined {
  if (letter !== 'p' && letter !== 'P') return classEscapes.get(letter);
  const has = cursor.take('{') ? unicodeProperty(cursor.takeUntil('}')) : undefined;
  if (has === undefined) throw new PatternNotRead();
  return { ranges: [], others: [has], isNegated: letter === 'P' };
}

const controls: ReadonlyMap<string, number> = new Map([
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
]);

/** Letters and digits that have no meaning are those of other dialects, or refer back. */
function readCodeEscape(letter: string, cursor: PatternCursor): number {
  const control = controls.get(letter);
  if (control !== undefined) return control;
  if (letter === '0' && !/\d/.test(cursor.peek())) return 0;
  if (letter === 'x') return readHex(cursor, 2);
  if (letter === 'u') return readUnicode(cursor);
  if (letter === 'c' && /^[a-z]$/i.test(cursor.peek())) return codeOf(cursor.next()) % 32;
  if (/[\p{L}\d]/u.test(letter)) throw new PatternNotRead();
  return codeOf(letter);
}

function readUnicode(cursor: PatternCursor): number {
  if (!cursor.take('{')) return readSurrogates(readHex(cursor, 4), cursor);
  const digits = cursor.takeUntil('}');
  const code = /^[\da-f]{1,6}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
  if (!(code <= 0x10ffff)) throw new PatternNotRead();
  return code;
}

/** Two halves that are written one by one are one character. */
function readSurrogates(first: number, cursor: PatternCursor): number {
  const isFirst = first >= 0xd800 && first <= 0xdbff;
  if (!isFirst || cursor.peek() !== '\\' || cursor.peek(1) !== 'u') return first;
  cursor.skip(2);
  return 0x10000 + ((first & 0x3ff) << 10) + (readHex(cursor, 4) & 0x3ff);
}

function readHex(cursor: PatternCursor, length: number): number {
  const digits = cursor.ahead(length);
  if (digits.length < length || !/^[\da-f]+$/i.test(digits)) throw new PatternNotRead();
  cursor.skip(length);
  return Number.parseInt(digits, 16);
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
