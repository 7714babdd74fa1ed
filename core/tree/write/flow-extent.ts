import type { Span } from '#core/text/span.ts';
import type { ListNode, MapNode } from '#core/tree/tree.ts';
import { itemSpans, valueSpan, writtenEntries } from '#core/tree/write/locate-slot.ts';
import { indentationOf, isFirstOnLine, lineEnd } from '#core/tree/write/text-lines.ts';

/** A JSON map or list, or a YAML one in brackets. */
export interface FlowCollection {
  /** The offsets of the brackets. */
  readonly open: number;
  readonly close: number;
  /** The texts of the entries (key and value) or items. */
  readonly parts: readonly Span[];
  /** True when the last part is on a line of its own. */
  readonly isMultiLine: boolean;
  /** The white space before the parts, where they stand on lines of their own. */
  readonly indentation: string;
  /** The comma after the last part, where there is one. */
  readonly trailingComma: Span | undefined;
}

/** Reads the layout of a collection in brackets; undefined where the text is broken. */
export function readFlowCollection(text: string, node: MapNode | ListNode): FlowCollection | undefined {
  const open = node.span.start;
  const close = node.span.end - 1;
  const parts = node.kind === 'map' ? entrySpans(text, node) : itemSpans(text, node);
  if (parts === undefined || text[close] !== (node.kind === 'map' ? '}' : ']') || close <= open) return undefined;
  const last = parts.at(-1);
  if (last === undefined) {
    return { open, close, parts, isMultiLine: false, indentation: '', trailingComma: undefined };
  }
  const isMultiLine = isFirstOnLine(text, last.start);
  const indentation = isMultiLine ? indentationOf(text, last.start) : '';
  return { open, close, parts, isMultiLine, indentation, trailingComma: commaAfter(text, last.end, close) };
}

/** The comma between two offsets, comments passed over. */
export function commaAfter(text: string, start: number, end: number): Span | undefined {
  const lead = /(?:\s|[#][^\n]*\n|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)*,/y;
  lead.lastIndex = start;
  if (!lead.test(text) || lead.lastIndex > end) return undefined;
  return { start: lead.lastIndex - 1, end: lead.lastIndex };
}

/** The end of the line when only a comment or white space follows, else the offset itself. */
export function endOfLineComment(text: string, offset: number): number {
  const rest = text.slice(offset, lineEnd(text, offset));
  return /^\s*(?:#.*|\/\/.*|\/\*.*\*\/\s*)?$/.test(rest) ? offset + rest.trimEnd().length : offset;
}

function entrySpans(text: string, map: MapNode): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const entry of writtenEntries(map)) {
    const value = valueSpan(text, entry);
    if (value === undefined || /\?\s+$/.test(text.slice(map.span.start, entry.key.span.start).slice(-9)))
      return undefined;
    spans.push({ start: entry.key.span.start, end: Math.max(value.end, entry.key.span.end) });
  }
  return spans;
}
