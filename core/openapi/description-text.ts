import { findRootBrace } from '#core/tree/cut/cut-json.ts';
import { findPreambleEnd } from '#core/tree/cut/cut-yaml.ts';
import { findYamlContent } from '#core/tree/cut/yaml-keys.ts';
import { skipJsonTrivia, skipJsonValue } from '#core/tree/read/json-scan.ts';

/**
 * True when a YAML or JSON text has `openapi` or `swagger` at its root. Looks at lines and brackets only. A text on which that fails
 * counts as one: who reads it tells of it.
 */
export function isDescriptionText(text: string): boolean {
  try {
    return hasMarkerBelowConflict(text);
  } catch {
    return true;
  }
}

function hasMarkerBelowConflict(text: string): boolean {
  const conflict = /^\uFEFF?<{7} [^\n]*\n/.exec(text)?.[0].length ?? 0;
  return conflict === 0 ? hasMarker(text) : hasMarker(text.slice(conflict));
}

function hasMarker(text: string): boolean {
  const open = findRootBrace(text);
  return open === undefined ? hasBlockMarker(text) : (hasFlowMarker(text, open) ?? hasLineMarker(text, open));
}

/** True when the beginning of a JSON text is enough to say that the text is a description, whatever follows. */
export function beginsAsDescription(beginning: string): boolean {
  const open = findRootBrace(beginning);
  return open !== undefined && hasFlowMarker(beginning, open) === true;
}

/** What stands at the indentation of the root, in a block map, is a key of the root. */
function hasBlockMarker(text: string): boolean {
  const indent = findYamlContent(text, findPreambleEnd(text), text.length)?.indent;
  if (indent === undefined) return false;
  for (const { index } of text.matchAll(/(["']?)\b(?:openapi|swagger)\1[ \t]*:(?=\s|$)/g)) {
    if (isAtIndent(text, index, indent) && hasOnlyBlanks(text, index - indent, index)) return true;
  }
  return false;
}

/** True when so many units stand before an offset on its line. */
function isAtIndent(text: string, offset: number, indent: number): boolean {
  const start = offset - indent;
  const before = text.charAt(start - 1);
  return start >= 0 && (start === 0 || before === '\n' || before === '\r' || (start === 1 && before === '\uFEFF'));
}

function hasOnlyBlanks(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (text.charCodeAt(index) !== 32) return false;
  return true;
}

/** Undefined when the text is broken before one is found. */
function hasFlowMarker(text: string, open: number): boolean | undefined {
  const key = /"((?:[^"\\\r\n]|\\.)*)"|'([^'\r\n]*)'|([\w-]+)/y;
  for (let offset = open + 1; ; offset++) {
    key.lastIndex = skipJsonTrivia(text, offset);
    if (isEnd(text, key.lastIndex)) return false;
    const found = key.exec(text);
    if (found === null) return undefined;
    const name = found[1] ?? found[2] ?? found[3];
    const colon = skipJsonTrivia(text, key.lastIndex);
    if (text.charCodeAt(colon) !== 58) return undefined;
    if (name === 'openapi' || name === 'swagger') return true;
    const end = skipJsonValue(text, skipJsonTrivia(text, colon + 1));
    if (end === undefined) return undefined;
    offset = skipJsonTrivia(text, end);
    if (text.charCodeAt(offset) !== 44) return isEnd(text, offset) ? false : undefined;
  }
}

/** True for the brace that closes the root, when nothing stands behind it. */
function isEnd(text: string, offset: number): boolean {
  return text.charCodeAt(offset) === 125 && skipJsonTrivia(text, offset + 1) >= text.length;
}

/** What stands at the indentation of the first member, on a line of its own, is a key of the root. */
function hasLineMarker(text: string, open: number): boolean {
  const first = firstMember(text, open);
  if (first === undefined) return false;
  const lineStart = text.lastIndexOf('\n', first) + 1;
  const indent = text.slice(lineStart, first);
  for (const { index } of text.matchAll(/"(?:openapi|swagger)"[ \t]*:/g)) {
    if (isAtIndent(text, index, indent.length) && text.startsWith(indent, index - indent.length)) return true;
  }
  return false;
}

/** Where the first member stands; undefined unless the brace that opens the root ends its line, and nothing stands before it. */
function firstMember(text: string, open: number): number | undefined {
  if (text.slice(0, open).trim() !== '') return undefined;
  const lineEnd = skipWhile(text, open + 1, ' \t');
  const isLineEnd = text.charAt(lineEnd) === '\n' || text.startsWith('\r\n', lineEnd);
  const first = skipWhile(text, lineEnd, ' \t\r\n');
  return isLineEnd && text.charAt(first) === '"' ? first : undefined;
}

function skipWhile(text: string, offset: number, characters: string): number {
  let index = offset;
  while (index < text.length && characters.includes(text.charAt(index))) index++;
  return index;
}
