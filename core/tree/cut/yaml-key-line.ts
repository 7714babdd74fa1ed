import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Span } from '#core/text/span.ts';

/** The key of a line such as `'/users': # comment`. */
interface KeyOfLine {
  readonly name: string;
  readonly key: Span;
  readonly isBare: boolean;
  /** True for `? key`, whose value begins on a later line with a colon. */
  readonly isExplicit: boolean;
}

/**
 * Reads the key of a line whose indentation is that of a block map, or less. Undefined when the line continues what
 * stands above it or is broken; `unsafe` when its meaning cannot be told from the line alone.
 */
export function readYamlKey(
  text: string,
  lineStart: number,
  offset: number,
  lineEnd: number,
  indent: number,
): KeyOfLine | 'unsafe' | undefined {
  const first = text.charAt(offset);
  if (first === '\t') return isBlank(text, offset, lineEnd) ? undefined : 'unsafe';
  if (offset === lineStart && isDocumentMarker(text, offset)) return 'unsafe';
  if (isExplicitValue(text, offset)) return 'unsafe';
  if (first === '?' && isSeparated(text, offset + 1)) {
    return offset - lineStart === indent ? explicitKey(text, offset, lineEnd) : 'unsafe';
  }
  if (offset - lineStart < indent) return undefined;
  if (unsafeStarts.includes(first)) return 'unsafe';
  if (offset === lineStart && text.startsWith('<<<<<<< ', offset)) return undefined;
  if (continuationStarts.includes(first) || (first === '-' && isSeparated(text, offset + 1))) return undefined;
  return first === '"' || first === "'" ? quotedKey(text, offset, lineEnd) : plainKey(text, offset, lineEnd);
}

/** True for the line that holds the value of an explicit key. */
export function isExplicitValue(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 58 && isSeparated(text, offset + 1);
}

/** The key of `? key`, where it is one plain word; anything longer is left to the parser. */
function explicitKey(text: string, offset: number, lineEnd: number): KeyOfLine | 'unsafe' {
  const word = /\?[ ]+([\w/.$][^\s:#]*)[ ]*\r?\n/y;
  word.lastIndex = offset;
  const name = word.exec(text)?.[1];
  if (name === undefined || word.lastIndex > lineEnd) return 'unsafe';
  const start = text.indexOf(name, offset + 1);
  return { name, key: { start, end: start + name.length }, isBare: false, isExplicit: true };
}

const unsafeStarts = '&*![{';
const continuationStarts = '}],|>%@`';

function plainKey(text: string, offset: number, lineEnd: number): KeyOfLine | undefined {
  for (let index = offset; index < lineEnd; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 35 && isSpace(text.charCodeAt(index - 1))) return undefined;
    if (unit !== 58 || !isSeparated(text, index + 1)) continue;
    let end = index;
    while (end > offset && isSpace(text.charCodeAt(end - 1))) end--;
    return {
      name: text.slice(offset, end),
      key: { start: offset, end },
      isBare: isBlank(text, index + 1, lineEnd),
      isExplicit: false,
    };
  }
  return undefined;
}

function quotedKey(text: string, offset: number, lineEnd: number): KeyOfLine | undefined {
  const end = endOfQuoted(text, offset, lineEnd);
  if (end === undefined) return undefined;
  let colon = end;
  while (isSpace(text.charCodeAt(colon))) colon++;
  if (text.charCodeAt(colon) !== 58 || !isSeparated(text, colon + 1)) return undefined;
  const name = decodeQuoted(text.slice(offset, end));
  return name === undefined
    ? undefined
    : { name, key: { start: offset, end }, isBare: isBlank(text, colon + 1, lineEnd), isExplicit: false };
}

function endOfQuoted(text: string, offset: number, lineEnd: number): number | undefined {
  const quote = text.charCodeAt(offset);
  for (let index = offset + 1; index < lineEnd; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 92 && quote === 34) index++;
    else if (unit === quote) {
      if (quote === 34 || text.charCodeAt(index + 1) !== 39) return index + 1;
      index++;
    }
  }
  return undefined;
}

function decodeQuoted(source: string): string | undefined {
  if (source.startsWith("'")) return source.slice(1, -1).replaceAll("''", "'");
  if (!source.includes('\\')) return source.slice(1, -1);
  try {
    const scalar = parseEvents(source, {}).find((event) => event.type === EVENT_ID.SCALAR);
    return scalar === undefined ? undefined : getScalarValue(source, scalar);
  } catch {
    return undefined;
  }
}

/** Blank up to the line's end, or up to a comment. */
function isBlank(text: string, offset: number, lineEnd: number): boolean {
  for (let index = offset; index < lineEnd; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 35 && isSpace(text.charCodeAt(index - 1))) return true;
    if (!isSpace(unit) && unit !== 10 && unit !== 13) return false;
  }
  return true;
}

function isDocumentMarker(text: string, offset: number): boolean {
  return (text.startsWith('---', offset) || text.startsWith('...', offset)) && isSeparated(text, offset + 3);
}

/** True before a space, a line break, or the end. */
function isSeparated(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return Number.isNaN(unit) || isSpace(unit) || unit === 10 || unit === 13;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
