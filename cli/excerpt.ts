import { printable } from '#core/text/printable.ts';
import type { Span } from '#core/text/span.ts';

/** The line a span starts on, ready to print, and below it carets under the span. Both are at most as wide as asked. */
export interface Excerpt {
  readonly source: string;
  readonly carets: string;
}

const tabWidth = 2;
/** The share of the width that stays before the span when a line is cut. */
const leadShare = 0.3;

/**
 * Cuts out the line around a span. A span over several lines is marked to the end of the first; an empty one gets one
 * caret. Looks only at the neighbourhood of the span, so that a file of one long line costs no more than any other.
 */
export function excerptAt(text: string, span: Span, width: number): Excerpt {
  const line = windowAround(text, span, width * 2);
  const cells = cellsOf(text.slice(line.start, line.end), line.start, span);
  const first = cells.findIndex((cell) => cell.isMarked);
  const target = first < 0 ? cells.length : first;
  const view = visibleCells(cells, target, width, { start: line.cutBefore, end: line.cutAfter });
  return { source: sourceOf(view), carets: caretsOf(view, target) };
}

interface LineWindow extends Span {
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The line of the span's start, at most `reach` units to either side. */
function windowAround(text: string, span: Span, reach: number): LineWindow {
  const isBreak = (offset: number) => text[offset] === '\n' || text[offset] === '\r';
  let start = Math.min(span.start, text.length);
  const lowest = Math.max(0, start - reach);
  while (start > lowest && !isBreak(start - 1)) start--;
  if (start === 0 && text.startsWith('\uFEFF')) start = 1;
  let end = Math.min(span.start, text.length);
  const highest = Math.min(text.length, end + reach);
  while (end < highest && !isBreak(end)) end++;
  return {
    start: isLowSurrogate(text, start) ? start + 1 : start,
    end: isLowSurrogate(text, end) ? end - 1 : end,
    cutBefore: start > (text.startsWith('\uFEFF') ? 1 : 0) && !isBreak(start - 1),
    cutAfter: end < text.length && !isBreak(end),
  };
}

function isLowSurrogate(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** One character as a reader sees it. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly isMarked: boolean;
}

function cellsOf(line: string, lineStart: number, span: Span): readonly Cell[] {
  const end = Math.max(span.end, span.start + 1);
  return [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)].map(({ segment, index }) => {
    const start = lineStart + index;
    const isMarked = start < end && start + segment.length > span.start;
    if (segment === '\t') return { text: ' '.repeat(tabWidth), width: tabWidth, isMarked };
    return { text: printable(segment), width: displayWidth(segment), isMarked };
  });
}

/** Two columns for East Asian wide characters and emoji, one for all else (Unicode Standard Annex 11, reduced to scripts). */
function displayWidth(grapheme: string): number {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\ufe0f/u.test(
    grapheme,
  )
    ? 2
    : 1;
}

interface VisibleCells {
  readonly cells: readonly Cell[];
  readonly first: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** As many cells as fit, the target among them; a cut side takes one column for its `…`. */
function visibleCells(
  cells: readonly Cell[],
  target: number,
  width: number,
  cut: { readonly start: boolean; readonly end: boolean },
): VisibleCells {
  const total = cells.reduce((sum, cell) => sum + cell.width, 0);
  if (total <= width && !cut.start && !cut.end) return { cells, first: 0, cutBefore: false, cutAfter: false };
  const lead = Math.floor(width * leadShare);
  let first = target;
  for (let used = 0; first > 0; first--) {
    used += cells[first - 1]?.width ?? 0;
    if (used > lead) break;
  }
  let last = first;
  for (let used = 2; last < cells.length; last++) {
    used += cells[last]?.width ?? 0;
    if (used > width) break;
  }
  return {
    cells: cells.slice(first, last),
    first,
    cutBefore: first > 0 || cut.start,
    cutAfter: last < cells.length || cut.end,
  };
}

function sourceOf({ cells, cutBefore, cutAfter }: VisibleCells): string {
  const text = cells.map((cell) => cell.text).join('');
  return `${cutBefore ? '…' : ''}${cutAfter ? `${text}…` : text.trimEnd()}`;
}

function caretsOf({ cells, first, cutBefore }: VisibleCells, target: number): string {
  const widthOf = (part: readonly Cell[]) => part.reduce((sum, cell) => sum + cell.width, 0);
  const lead = widthOf(cells.slice(0, target - first)) + (cutBefore ? 1 : 0);
  const marked = widthOf(cells.filter((cell) => cell.isMarked));
  return `${' '.repeat(lead)}${'^'.repeat(Math.max(1, marked))}`;
}
