import type { Span } from '#core/text/span.ts';
import type { ListNode, MapNode, TreeNode } from '#core/tree/tree.ts';
import { itemSpans, valueSpan, writtenEntries } from '#core/tree/write/locate-slot.ts';
import {
  columnOf,
  indentationOf,
  isBlankLine,
  isFirstOnLine,
  lineEnd,
  lineStart,
  nextLineStart,
  previousLineEnd,
} from '#core/tree/write/text-lines.ts';

/** A part of a block map or list: an entry with its key, or an item with its dash. */
export interface BlockPart {
  /** Where the key or the dash begins; the `?` of an explicit key. */
  readonly start: number;
  readonly column: number;
  /** After the colon or the dash. */
  readonly markerEnd: number;
  readonly value: Span;
  /** The last scalar of the value; an alias counts as one. */
  readonly lastScalar: Span;
}

/** The parts of a block collection in order; undefined where the text is broken or indented by tabs. */
export function blockParts(text: string, node: MapNode | ListNode): readonly BlockPart[] | undefined {
  const parts = node.kind === 'map' ? entryParts(text, node) : itemParts(text, node);
  return parts.every(isDefined) && parts.every(({ start }) => !indentationOf(text, start).includes('\t'))
    ? parts
    : undefined;
}

/** Where the lines of a part end: after the comment behind its value and deeper comments below, before the line break. */
export function partEnd(text: string, part: BlockPart): number {
  const valueEnd = lineEnd(text, Math.max(part.value.end, part.markerEnd));
  let end = keptBreaksEnd(text, part, valueEnd);
  for (let line = nextLineStart(text, end); line < text.length; line = nextLineStart(text, line)) {
    if (isBlankLine(text, line)) continue;
    const indentation = indentationOf(text, line);
    if (text[line + indentation.length] !== '#' || indentation.length <= part.column) break;
    end = lineEnd(text, line);
  }
  return end;
}

/** Where a part begins with the comment lines directly above it, at its own column. Its key or dash is first on its line. */
export function partStart(text: string, part: BlockPart): number {
  let start = lineStart(text, part.start);
  for (;;) {
    const end = previousLineEnd(text, start);
    if (end === undefined) return start;
    const line = lineStart(text, end);
    const indentation = indentationOf(text, line);
    if (text[line + indentation.length] !== '#' || indentation.length !== part.column) return start;
    start = line;
  }
}

/** True when most neighbours of a collection have a blank line between them. */
export function areApart(text: string, parts: readonly BlockPart[]): boolean {
  let apart = 0;
  const pairs = Math.min(parts.length - 1, 20);
  for (let index = 0; index < pairs; index++) {
    const [part, next] = [parts[index], parts[index + 1]];
    if (part !== undefined && next !== undefined && hasBlankLine(text, partEnd(text, part), next.start)) apart += 1;
  }
  return apart * 2 > pairs;
}

/** True when blank lines below a part are content of a block scalar (`|+`) that ends it. */
export function keepsLineBreaks(text: string, { lastScalar: { start } }: BlockPart): boolean {
  return /^[|>]\d?\+/.test(text.slice(start, start + 3));
}

/** The end of the last blank line below a line that ends at `end`, before its line break. */
export function blankLinesEnd(text: string, end: number): number {
  let last = end;
  for (let line = nextLineStart(text, last); isBlankLine(text, line); line = nextLineStart(text, line)) {
    last = lineEnd(text, line);
  }
  return last;
}

/** True when the key or dash stands behind a dash on its line: the first entry of `- a: 1`. */
export function isCompact(text: string, part: BlockPart): boolean {
  return !isFirstOnLine(text, part.start);
}

function entryParts(text: string, map: MapNode): (BlockPart | undefined)[] {
  return writtenEntries(map).map((entry) => {
    const { span } = entry.key;
    const [lead] = /\?[ \t]+$/.exec(text.slice(lineStart(text, span.start), span.start)) ?? [];
    const start = span.start - (lead?.length ?? 0);
    const markerEnd = colonEnd(text, span.end, lead !== undefined);
    const value = valueSpan(text, entry);
    if (markerEnd === undefined || value === undefined) return undefined;
    return { start, column: columnOf(text, start), markerEnd, value, lastScalar: lastScalarOf(entry.value, value) };
  });
}

function itemParts(text: string, list: ListNode): (BlockPart | undefined)[] {
  return (itemSpans(text, list) ?? [undefined]).map((value, index) => {
    const start = value === undefined ? undefined : dashBefore(text, value.start);
    if (value === undefined || start === undefined) return undefined;
    return {
      start,
      column: columnOf(text, start),
      markerEnd: start + 1,
      value,
      lastScalar: lastScalarOf(list.items[index], value),
    };
  });
}

function lastScalarOf(node: TreeNode | undefined, span: Span): Span {
  if (node === undefined || node.kind === 'scalar' || node.span.start !== span.start) return span;
  const last = node.kind === 'list' ? node.items.at(-1) : writtenEntries(node).at(-1)?.value;
  return last === undefined || last.span.start < span.start ? span : lastScalarOf(last, last.span);
}

/** The colon of an explicit key stands on a line of its own. */
function colonEnd(text: string, keyEnd: number, isExplicit: boolean): number | undefined {
  const colon = isExplicit ? /[ \t]*(?:#.*)?\r?\n[ \t]*:(?=\s)/y : /[ \t]*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : undefined;
}

/** The dash an item stands behind, past comments and node properties between the two. */
function dashBefore(text: string, itemStart: number): number | undefined {
  let position = itemStart;
  while (position > 0) {
    if (/\s/.test(text[position - 1] ?? '')) position -= 1;
    else if (text[position - 1] === '-') return position - 1;
    else {
      const start = lineStart(text, position);
      const line = text.slice(start, position);
      const dash = /^(.*-)[ \t]+(?:#.*|[&!]\S*)$/.exec(line);
      if (dash !== null) return start + (dash[1]?.length ?? 0) - 1;
      if (!/^\s*#/.test(line)) return undefined;
      position = start;
    }
  }
  return undefined;
}

/** The line breaks after a block scalar with `+` are its content. */
function keptBreaksEnd(text: string, part: BlockPart, valueEnd: number): number {
  if (!keepsLineBreaks(text, part)) return valueEnd;
  return blankLinesEnd(text, valueEnd);
}

function hasBlankLine(text: string, start: number, end: number): boolean {
  return /\n[ \t]*\r?\n/.test(text.slice(start, end));
}

function isDefined<T>(value: T | undefined): value is T {
  return value !== undefined;
}
