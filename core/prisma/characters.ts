/** UTF-16 code units the scanner compares with. */
export const character = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  exclamationMark: 33,
  doubleQuote: 34,
  singleQuote: 39,
  openParenthesis: 40,
  closeParenthesis: 41,
  asterisk: 42,
  comma: 44,
  minus: 45,
  dot: 46,
  slash: 47,
  colon: 58,
  equals: 61,
  questionMark: 63,
  at: 64,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  underscore: 95,
  backtick: 96,
  openBrace: 123,
  closeBrace: 125,
  byteOrderMark: 0xfeff,
} as const;

/** A tab or a space separator (Unicode category Zs): what Prisma skips between the tokens of a line. */
export function isBlank(unit: number): boolean {
  if (unit === 32 || unit === 9) return true;
  if (unit < 0xa0) return false;
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

export function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** The offset of the first non-blank unit of the line, from `position` on. */
export function skipBlanks(text: string, position: number): number {
  let index = position;
  while (isBlank(text.charCodeAt(index))) index++;
  return index;
}

/** The offset of the line break that ends the line of `position`, or the end of the text. */
export function lineEnd(text: string, position: number): number {
  let index = position;
  while (index < text.length && !isLineBreak(text.charCodeAt(index))) index++;
  return index;
}

/** The offset after a line break at `position` (`\n`, `\r\n` or a lone `\r`); `position` itself when there is none. */
export function skipLineBreak(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  if (unit === 13) return text.charCodeAt(position + 1) === 10 ? position + 2 : position + 1;
  return unit === 10 ? position + 1 : position;
}

const identifier = /[\p{L}0-9][\p{L}0-9_-]*/uy;

/** The end of the identifier that starts at `position`; undefined when none does. Letters are Unicode, digits ASCII. */
export function identifierEnd(text: string, position: number): number | undefined {
  let index = position;
  let unit = text.charCodeAt(index);
  if (!isAsciiLetter(unit) && !isDigit(unit) && !(unit >= 128)) return undefined;
  while (isAsciiLetter(unit) || isDigit(unit) || ((unit === 95 || unit === 45) && index > position)) {
    index++;
    unit = text.charCodeAt(index);
  }
  if (!(unit >= 128)) return index;
  identifier.lastIndex = position;
  return identifier.test(text) ? identifier.lastIndex : undefined;
}
