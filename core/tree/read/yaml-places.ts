import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { SyntaxProblem } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';

/** The end of a flow collection, behind its bracket; `offset` is the end of its last content. */
export function findFlowEnd(text: string, offset: number): number {
  let index = offset;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (unit === 125 || unit === 93) return index + 1;
    index = unit === 35 ? endOfLine(text, index) : index + 1;
  }
  return text.length;
}

/** The source of a scalar, with its quotes or block header; `offset` is the end of what stands before it. */
export function placeOfScalar(text: string, offset: number, event: ScalarEvent, isItem: boolean): Span {
  const { valueStart, valueEnd, style } = event;
  const afterProperties = Math.max(event.anchorEnd, event.tagEnd);
  if (style === SCALAR_STYLE.LITERAL_BLOCK || style === SCALAR_STYLE.FOLDED_BLOCK) {
    return placeOfBlockScalar(text, Math.max(offset, afterProperties), valueStart, valueEnd);
  }
  if (valueStart < 0) {
    const start = afterProperties >= 0 ? afterProperties : placeOfMissingValue(text, offset, isItem);
    return { start, end: start };
  }
  if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
  return { start: valueStart - 1, end: valueEnd + 1 };
}

/** Where a value would stand that is not there: behind the colon of its key, or the dash of its item. */
function placeOfMissingValue(text: string, offset: number, isItem: boolean): number {
  let index = offset;
  while (index < text.length) {
    const unit = text.charCodeAt(index);
    if (isItem ? unit === 45 : unit === 58 || unit === 63) return index + 1;
    if (unit === 35) index = endOfLine(text, index);
    else if (isSpace(unit)) index++;
    else return offset;
  }
  return offset;
}

/** From the `|` or `>` to the end of the last line with content, without its line break. */
function placeOfBlockScalar(text: string, offset: number, contentStart: number, contentEnd: number): Span {
  const start = startOfBlockHeader(text, offset, contentStart);
  let last = contentEnd;
  while (last > contentStart && isSpace(text.charCodeAt(last - 1))) last--;
  if (last <= contentStart) return { start, end: endOfBlockHeader(text, start) };
  let end = last;
  while (end < contentEnd && (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9)) end++;
  return { start, end };
}

/** The problem of a file that holds a second document; only the first is read. */
export function findSecondDocument(text: string, offset: number, firstHasMarker: boolean): SyntaxProblem {
  const marker = /^(?:---|\.\.\.)(?=\s|$)/gm;
  marker.lastIndex = offset;
  let found = marker.exec(text);
  if (offset === 0 && firstHasMarker) found = marker.exec(text);
  while (found?.[0] === '...') found = marker.exec(text);
  const start = found?.index ?? text.length;
  if (found?.[0] === '---' && goesOn(text.slice(start + 3)))
    return {
      code: 'syntax',
      span: { start, end: start + 3 },
      message:
        'This line ends the document, and what follows is not read; remove it if that belongs to the same document.',
    };
  return {
    code: 'several-documents',
    span: { start, end: found === null ? start : start + 3 },
    message: 'This file holds several documents; only the first is read.',
    isHarmless: true,
  };
}

/** True where the text behind a line `---` goes on with what stands before it: in the middle of something, or with a part of a description. */
function goesOn(rest: string): boolean {
  const first = /^(?![^\S\r\n]*#)([ \t]*)([^\s#][^\r\n]*)/m.exec(rest.replace(/^[^\n]*\n?/, ''));
  if (first === null) return false;
  const [, blanks = '', line = ''] = first;
  return (
    blanks !== '' ||
    /^(?:info|servers|paths|webhooks|components|security|tags|definitions|securityDefinitions):/.test(line)
  );
}

function startOfBlockHeader(text: string, offset: number, contentStart: number): number {
  const isBroken = isLineBreak(text.charCodeAt(contentStart - 1));
  let lineStart = isBroken ? contentStart - 1 : contentStart;
  if (isBroken && text.charCodeAt(lineStart) === 10 && text.charCodeAt(lineStart - 1) === 13) lineStart--;
  while (lineStart > offset && !isLineBreak(text.charCodeAt(lineStart - 1))) lineStart--;
  let index = Math.max(lineStart, offset);
  while (index < contentStart && text.charCodeAt(index) !== 124 && text.charCodeAt(index) !== 62) index++;
  return index;
}

function endOfBlockHeader(text: string, start: number): number {
  let end = start + 1;
  while (/[-+0-9]/.test(text.charAt(end))) end++;
  return Math.min(end, text.length);
}

function endOfLine(text: string, offset: number): number {
  let index = offset;
  while (index < text.length && !isLineBreak(text.charCodeAt(index))) index++;
  return index;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
