import type { SyntaxProblem } from '#core/text/section.ts';

/**
 * How many levels of maps and lists are read. Real descriptions stay below 60; 200 leaves room and keeps every
 * recursive reader of a tree far from the end of its stack.
 */
export const MAXIMUM_NESTING = 200;

export function tooDeepProblem(start: number, end: number): SyntaxProblem {
  return {
    code: 'too-deep',
    span: { start, end },
    message: `This value lies more than ${MAXIMUM_NESTING} levels deep and is not read; move a part of it to a component and refer to that.`,
  };
}

/** Blanks out the YAML value that starts at or after an offset; `start` is where it stands. Offsets stay as they are. */
export function blankValue(text: string, offset: number): { readonly text: string; readonly start: number } {
  const start = skipToContent(text, offset);
  const end = /[[{]/.test(text.charAt(start)) ? endOfFlow(text, start) : endOfBlock(text, start);
  const blank = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return { text: text.slice(0, start) + blank + text.slice(end), start };
}

/** Where a YAML text may lie deeper than a limit; undefined when it surely does not. Counts rather too much than too little. */
export function findPossiblyDeep(text: string, limit: number): number | undefined {
  const columns: number[] = [];
  let flowDepth = 0;
  let column = 0;
  let isIndentation = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) {
      isIndentation = true;
      column = 0;
      continue;
    }
    if (unit === 91 || unit === 123) flowDepth++;
    if ((unit === 93 || unit === 125) && flowDepth > 0) flowDepth--;
    if (isIndentation && unit !== 32 && unit !== 9) {
      while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) columns.pop();
      columns.push(column);
      isIndentation = isCompactIndicator(unit);
    }
    if (2 * columns.length + flowDepth > limit) return index;
    column++;
  }
  return undefined;
}

function isCompactIndicator(unit: number): boolean {
  return unit === 45 || unit === 63 || unit === 58;
}

function skipToContent(text: string, offset: number): number {
  const rest = /(?:\s+|#[^\r\n]*)*/y;
  rest.lastIndex = offset;
  rest.exec(text);
  return Math.max(offset, rest.lastIndex);
}

function endOfFlow(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 91 || unit === 123) depth++;
    else if ((unit === 93 || unit === 125) && --depth === 0) return index + 1;
  }
  return text.length;
}

function endOfBlock(text: string, start: number): number {
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  let end = endOfLine(text, start);
  while (end < text.length) {
    const next = endOfLine(text, end + 1);
    const line = text.slice(end + 1, next);
    if (line.trim() !== '' && line.length - line.trimStart().length < column) break;
    end = next;
  }
  return end;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
