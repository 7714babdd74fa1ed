import type { Edit } from '#core/text/span.ts';
import type { ListNode, MapNode } from '#core/tree/tree.ts';
import { blockParts } from '#core/tree/write/block-extent.ts';
import { removePart } from '#core/tree/write/edit-block.ts';
import { removeFlowPart } from '#core/tree/write/edit-flow.ts';
import { readFlowCollection } from '#core/tree/write/flow-extent.ts';
import type { Route } from '#core/tree/write/locate-slot.ts';
import { replaceValue } from '#core/tree/write/replace-value.ts';

import { isInBrackets, type Writer } from '#core/tree/write/writer.ts';

/** Removes what a route ends at from its collection; the last part leaves `{}` or `[]`. */
export function removeSlot(writer: Writer, route: Route): readonly Edit[] | undefined {
  const { last, slots } = route;
  const container = slots.at(-2);
  if (last.kind === 'root' || container === undefined || container.node.kind === 'scalar') return undefined;
  if (isInBrackets(writer, container.node)) {
    const collection = readFlowCollection(writer.text, container.node);
    return collection && removeFlowPart(writer.text, collection, last.index);
  }
  const parts = blockParts(writer.text, container.node);
  const part = parts?.[last.index];
  if (parts === undefined || part === undefined) return undefined;
  if (parts.length > 1) return [removePart(writer.text, parts, part)];
  return emptyContainer(writer, route, container.node);
}

function emptyContainer(writer: Writer, route: Route, node: MapNode | ListNode): readonly Edit[] | undefined {
  if (node.kind === 'map' && node.entries.length > 1) return undefined;
  const slots = route.slots.slice(0, -1);
  const last = slots.at(-1);
  return last && replaceValue(writer, { ...route, slots, last }, node.kind === 'map' ? {} : []);
}
