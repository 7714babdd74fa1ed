import { behindWhat, quoted } from '#core/text/quoted.ts';
import type { SyntaxProblem } from '#core/text/section.ts';

/** Where a value ends, or why it does not. */
export type ValueEnd = { readonly end: number } | { readonly cause: SyntaxProblem };

export function causeAt(start: number, length: number, message: string): SyntaxProblem {
  return { code: 'syntax', span: { start, end: start + length }, message };
}

/** What is wrong with a line that should be a key. */
export function missingColon(content: string, offset: number): SyntaxProblem {
  if (!/^[\w"'$./{]/.test(content)) {
    const quote = quoted(content, { start: 0, end: content.length });
    const message = `A key with a colon is expected in place of ${quote}; write “key: value”, or indent it if it belongs to the value above.`;
    return causeAt(offset, content.length, message);
  }
  const [word = '', rest = ''] = /^(\S+)(.*)$/.exec(content)?.slice(1) ?? [];
  const glued = /^([\w$.-]+):(?=\S)/.exec(word)?.[1];
  if (glued !== undefined)
    return causeAt(offset, glued.length + 1, `A space is missing behind the colon of “${glued}”.`);
  const example = rest.trim() === '' ? ` write “${word}:” and its value` : ` write “${word}:${rest}”`;
  return causeAt(offset, word.length, `A colon is missing behind “${word}”:${example}.`);
}

/** Reads the text in quotes that begins at an offset, as the value of a key at a column. */
export function readQuoted(text: string, start: number, column: number): ValueEnd {
  const end = endOfQuoted(text, start);
  const lineFeed = text.indexOf('\n', start);
  if (end !== undefined && (lineFeed < 0 || end <= lineFeed)) return { end };
  // A text of several lines is legal; one that swallows keys, or ends where another begins, is not meant.
  const isMeant = end !== undefined && !takesKeys(text.slice(lineFeed, end), column) && isOver(text, end);
  const quote = quoted(text, { start, end: lineFeed < 0 ? text.length : lineFeed });
  const message = `The quote that opens in ${quote} is not closed; close it where the text ends.`;
  return isMeant ? { end } : { cause: causeAt(start, 1, message) };
}

/** Reads the map or list in brackets that begins at an offset, as the value of a key at a column. */
export function readFlow(text: string, start: number, column: number): ValueEnd {
  const open: number[] = [];
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\n') {
      if (isOuterLine(text, index + 1, column)) break;
    } else if (character === '#' && /\s/.test(text.charAt(index - 1))) {
      index = endOfLine(text, index) - 1;
    } else if ((character === '"' || character === "'") && isValueStart(text, index)) {
      const quoted = readQuoted(text, index, column);
      if ('cause' in quoted) return quoted;
      index = quoted.end - 1;
    } else if (character === '{' || character === '[') open.push(index);
    else if (character === '}' || character === ']') {
      const opener = open.pop();
      if (opener === undefined || text.charAt(opener) !== openerOf(character)) return { cause: unclosed(text, opener) };
      if (open.length === 0) return { end: index + 1 };
    }
  }
  return { cause: unclosed(text, open.at(-1)) };
}

function unclosed(text: string, opener = 0): SyntaxProblem {
  const isMap = text.charAt(opener) === '{';
  const place = behindWhat(text, opener);
  const message = `The “${text.charAt(opener)}”${place} is not closed; add “${isMap ? '}' : ']'}” where the ${isMap ? 'map' : 'list'} ends.`;
  return causeAt(opener, 1, message);
}

function openerOf(closer: string): string {
  return closer === '}' ? '{' : '[';
}

/** True for a line that cannot belong to brackets which opened behind a key at a column. */
function isOuterLine(text: string, lineStart: number, column: number): boolean {
  const line = /[ \t]*(?=[^\s])/y;
  line.lastIndex = lineStart;
  const blanks = line.exec(text)?.[0];
  if (blanks === undefined || blanks.length > column) return false;
  return !/[\]}#]/.test(text.charAt(lineStart + blanks.length));
}

/** In brackets a quote opens a text only where a value or key begins: “it's” has none. */
function isValueStart(text: string, offset: number): boolean {
  return /[\s,:[{]/.test(text.charAt(offset - 1));
}

/** Behind the quote that closes; undefined where none does. */
function endOfQuoted(text: string, start: number): number | undefined {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\\' && quote === '"') index++;
    else if (character === quote) {
      if (quote === '"' || text.charAt(index + 1) !== quote) return index + 1;
      index++;
    }
  }
  return undefined;
}

/** True where a line looks like a key that stands no deeper than the one the text belongs to. */
function takesKeys(lines: string, column: number): boolean {
  for (const { 1: blanks = '' } of lines.matchAll(/^([ \t]*)[^\s#:][^\n]*?:(?:[ \r\n]|$)/gm))
    if (blanks.length <= column) return true;
  return false;
}

/** True where nothing follows that would make the closing quote an opening one. */
function isOver(text: string, end: number): boolean {
  return /^[ \t]*(?:$|[\r\n,\]}:#])/.test(text.slice(end, endOfLine(text, end) + 1));
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
