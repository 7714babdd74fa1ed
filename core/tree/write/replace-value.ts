import type { Edit } from '#core/text/span.ts';
import type { PlainValue, TreeNode } from '#core/tree/tree.ts';
import { replaceBlockValue } from '#core/tree/write/edit-block.ts';
import { opensLine } from '#core/tree/write/edit-flow.ts';
import { isFlow, type Route, type Slot } from '#core/tree/write/locate-slot.ts';
import { renderJson } from '#core/tree/write/render-json.ts';
import { type BlockText, renderAfterDash, renderFlow, renderUnderKey } from '#core/tree/write/render-yaml.ts';
import type { TreeStyle } from '#core/tree/write/style.ts';
import { columnOf, indentationOf } from '#core/tree/write/text-lines.ts';
import {
  blockSlot,
  flowLead,
  isWrittenInFlow,
  notationOf,
  type PlacedBlockSlot,
  partCount,
  quoteAt,
  type Writer,
} from '#core/tree/write/writer.ts';
import { quoteYaml } from '#core/tree/write/yaml-scalar.ts';

/** Writes another value in place of the one a route ends at. */
export function replaceValue(writer: Writer, route: Route, value: PlainValue): readonly Edit[] | undefined {
  const { last } = route;
  if (isWrittenInFlow(writer, last)) {
    const newText = flowLead(writer, last) + renderInFlow(writer, route, value);
    return [{ span: last.span, newText }];
  }
  const slot = blockSlot(writer, last);
  return slot && replaceBlockValue(writer.text, slot, renderLike(writer, last, slot, value), writer.style.lineBreak);
}

function renderInFlow(writer: Writer, route: Route, value: PlainValue): string {
  const { text, style } = writer;
  const { last } = route;
  if (!notationOf(writer, route).isJson) return renderScalarLike(writer, last, value) ?? renderFlow(value, style);
  const old = text.slice(last.span.start, last.span.end);
  const wasInline = last.node.kind !== 'scalar' && partCount(last.node) > 0 && !old.includes('\n');
  const isInline = style.isMinified || wasInline || !opensLine(text, last.span.start);
  const inlineLists = last.node.kind === 'list' && old.includes('\n') ? false : style.inlineLists;
  return renderJson(value, { isInline, indentation: indentationOf(text, last.span.start) }, { ...style, inlineLists });
}

function renderLike(writer: Writer, last: Slot, slot: PlacedBlockSlot, value: PlainValue): BlockText {
  const { text } = writer;
  const { node } = last;
  const scalar = renderScalarLike(writer, last, value);
  if (scalar !== undefined) return { head: scalar, body: [] };
  const isOneLine = !text.slice(last.span.start, last.span.end).includes('\n');
  if (isFlow(text, node) && node.kind !== 'scalar' && partCount(node) > 0 && isOneLine) {
    return { head: renderFlow(value, writer.style), body: [] };
  }
  const style = node.kind === 'list' && !isFlow(text, node) ? listStyle(writer, last, slot) : styleAfter(writer, node);
  return last.kind === 'entry'
    ? renderUnderKey(value, slot.column, style, last.entry.key.value)
    : renderAfterDash(value, slot.valueColumn, style);
}

/** What follows a plain scalar has quotes only where it needs some. */
function styleAfter({ text, style }: Writer, node: TreeNode): TreeStyle {
  const wasPlain = node.kind === 'scalar' && typeof node.value === 'string' && quoteAt(text, node.span.start) === '';
  return wasPlain ? { ...style, valueQuotes: new Map() } : style;
}

/** A block list is followed by a block list whose dashes stand where its own did. */
function listStyle({ text, style }: Writer, last: Slot, slot: PlacedBlockSlot): TreeStyle {
  const depth = columnOf(text, last.span.start) - slot.column;
  return {
    ...style,
    inlineLists: false,
    dashIndentation: last.kind === 'entry' && depth >= 0 ? depth : style.dashIndentation,
  };
}

/** A string that follows a quoted string keeps its quotes. */
function renderScalarLike({ text, language }: Writer, slot: Slot, value: PlainValue): string | undefined {
  const quote = quoteAt(text, slot.span.start);
  if (typeof value !== 'string' || value.includes('\n') || quote === '' || slot.node.kind !== 'scalar')
    return undefined;
  return language === 'json' ? undefined : quoteYaml(value, quote);
}
