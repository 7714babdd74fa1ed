import type { Span } from '#core/text/span.ts';
import { isExplicitValue, readYamlKey } from '#core/tree/cut/yaml-key-line.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A line that opens an entry of a block map. Offsets count from the start of the file. */
export interface YamlKey {
  readonly name: string;
  /** The key as written, quotes included. */
  readonly key: Span;
  /** Where its section begins: the line of the key, or the comment above it. */
  readonly start: number;
  readonly indent: number;
  /** The start of the next line. */
  readonly lineEnd: number;
  /** True when nothing but a comment follows the colon. */
  readonly isBare: boolean;
}

/** The lines of a text to look at, and the indentation its keys have. */
export interface YamlRegion {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
  /** True where a block scalar may own the blank lines behind it, so that they cannot go to the next key. */
  readonly keepsBlankLines: boolean;
}

/** True when a text may hold a block scalar that keeps its last line breaks (`|+`, YAML 1.2.2 §8.1.1.2). */
export function hasKeepIndicator(text: string): boolean {
  for (let index = text.indexOf('+'); index >= 0; index = text.indexOf('+', index + 1)) {
    if (/[|>][1-9]?$/.test(text.slice(Math.max(0, index - 2), index))) return true;
  }
  return false;
}

/** The first line that is neither blank nor a comment. */
export function findYamlContent(
  text: string,
  from: number,
  to: number,
): { readonly offset: number; readonly indent: number } | undefined {
  for (let lineStart = from; lineStart < to; lineStart = nextLine(text, lineStart, to)) {
    const offset = skipSpaces(text, lineStart, to);
    const unit = text.charCodeAt(offset);
    if (offset < to && unit !== 35 && !isLineBreak(unit)) return { offset, indent: offset - lineStart };
  }
  return undefined;
}

/**
 * The keys of a block map, by the indentation of their lines, found in steps. Undefined when lines at that indentation could mean
 * anything else than they seem to: anchors, tags, explicit keys, tabs, further documents.
 */
export function* listYamlKeys(
  text: string,
  { from, to, indent, keepsBlankLines }: YamlRegion,
): Steps<readonly YamlKey[] | undefined> {
  const keys: YamlKey[] = [];
  let trivia = -1;
  let awaitsValue = false;
  const pace = new Pace();
  for (let lineStart = from; lineStart < to; ) {
    const lineEnd = nextLine(text, lineStart, to);
    if (pace.isDue(cost.scanned * (lineEnd - lineStart))) yield;
    const offset = skipSpaces(text, lineStart, to);
    const unit = offset < lineEnd ? text.charCodeAt(offset) : 10;
    if (isLineBreak(unit)) {
      if (trivia < 0 && !keepsBlankLines) trivia = lineStart;
    } else if (unit === 35 && offset - lineStart <= indent) {
      if (trivia < 0) trivia = lineStart;
    } else {
      if (awaitsValue) {
        // The value of an explicit key must follow at once; else the key may go on over several lines.
        if (offset - lineStart !== indent || !isExplicitValue(text, offset)) return undefined;
        awaitsValue = false;
      } else if (offset - lineStart <= indent) {
        const read = readYamlKey(text, lineStart, offset, lineEnd, indent);
        if (read === 'unsafe') return undefined;
        if (read !== undefined) {
          const { name, key, isBare } = read;
          keys.push({ name, key, start: trivia < 0 ? lineStart : trivia, indent, lineEnd, isBare });
          awaitsValue = read.isExplicit;
        }
      }
      trivia = -1;
    }
    lineStart = lineEnd;
  }
  return awaitsValue ? undefined : keys;
}

function nextLine(text: string, offset: number, limit: number): number {
  const lineBreak = text.indexOf('\n', offset);
  return lineBreak < 0 || lineBreak >= limit ? limit : lineBreak + 1;
}

function skipSpaces(text: string, offset: number, limit: number): number {
  let index = offset;
  while (index < limit && text.charCodeAt(index) === 32) index++;
  return index;
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
