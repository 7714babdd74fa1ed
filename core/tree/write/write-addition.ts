import type { Edit } from '#core/text/span.ts';
import type { ListNode, MapNode } from '#core/tree/tree.ts';
import { type Addition, additionDepth } from '#core/tree/write/addition.ts';
import { blockParts } from '#core/tree/write/block-extent.ts';
import { insertAfterPart, insertBeforePart, replaceBlockValue } from '#core/tree/write/edit-block.ts';
import { fillFlowCollection, insertFlowPart } from '#core/tree/write/edit-flow.ts';
import { readFlowCollection } from '#core/tree/write/flow-extent.ts';
import { isAlias, isFlow, type Route, type Slot } from '#core/tree/write/locate-slot.ts';
import type { BlockText } from '#core/tree/write/render-yaml.ts';
import {
  blockSlot,
  flowLead,
  isInBrackets,
  isWrittenInFlow,
  notationOf,
  type PlacedBlockSlot,
  partCount,
  type Writer,
} from '#core/tree/write/writer.ts';

/** Where among its neighbours an addition goes: at an index, counted before the addition. At the end when undefined. */
export type Placement = { readonly side: 'before' | 'after'; readonly index: number } | undefined;

/** Writes an addition into the collection a route ends at; null and an empty collection become one. */
export function writeAddition(
  writer: Writer,
  route: Route,
  addition: Addition,
  placement: Placement,
): readonly Edit[] | undefined {
  const { last } = route;
  const { node } = last;
  if (isAlias(last)) return undefined;
  if (node.kind === 'scalar') return node.value === null ? fillSlot(writer, route, addition) : undefined;
  if ((node.kind === 'map') !== (addition.kind === 'entry')) return undefined;
  if (partCount(node) === 0) return isFlow(writer.text, node) ? fillSlot(writer, route, addition) : undefined;
  return isInBrackets(writer, node)
    ? insertInFlow(writer, route, node, addition, placement)
    : insertInBlock(writer, node, addition, placement);
}

function insertInFlow(
  writer: Writer,
  route: Route,
  node: MapNode | ListNode,
  addition: Addition,
  placement: Placement,
): readonly Edit[] | undefined {
  const collection = readFlowCollection(writer.text, node);
  if (collection === undefined) return undefined;
  const index =
    placement === undefined ? collection.parts.length : placement.index + (placement.side === 'after' ? 1 : 0);
  return insertFlowPart(writer.text, collection, index, addition, notationOf(writer, route));
}

function insertInBlock(
  { text, style }: Writer,
  node: MapNode | ListNode,
  addition: Addition,
  placement: Placement,
): readonly Edit[] | undefined {
  const parts = blockParts(text, node);
  const part = placement === undefined ? parts?.at(-1) : parts?.[placement.index];
  if (parts === undefined || part === undefined) return undefined;
  const insert = placement?.side === 'before' ? insertBeforePart : insertAfterPart;
  return [insert(text, parts, part, addition, style.lineBreak)];
}

/** Null, `{}` or `[]` gives way to a collection of one. */
function fillSlot(writer: Writer, route: Route, addition: Addition): readonly Edit[] | undefined {
  const { last } = route;
  const { text, style } = writer;
  if (last.node.kind !== 'scalar' && text.slice(last.span.start + 1, last.span.end - 1).trim() !== '') return undefined;
  if (isWrittenInFlow(writer, last)) {
    const lead = flowLead(writer, last);
    const edits = fillFlowCollection(text, last.span, addition, notationOf(writer, route));
    return edits.map((edit) => ({ ...edit, newText: lead + edit.newText }));
  }
  const slot = blockSlot(writer, last);
  return slot && replaceBlockValue(text, slot, blockTextOf(addition, last, slot, writer), style.lineBreak);
}

function blockTextOf(addition: Addition, last: Slot, slot: PlacedBlockSlot, { style }: Writer): BlockText {
  if (last.kind === 'entry') return { head: '', body: addition.block(slot.column + additionDepth(addition, style)) };
  const [first = '', ...body] = addition.block(slot.valueColumn);
  return { head: first.slice(slot.valueColumn), body };
}
